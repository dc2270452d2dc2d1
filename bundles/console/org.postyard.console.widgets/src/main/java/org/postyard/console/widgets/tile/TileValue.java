package org.postyard.console.widgets.tile;

import java.util.Optional;
import org.postyard.console.widgets.mark.Severity;

/**
 * What a tile shows.
 *
 * @param figure the number as people read it; a dash when there is none
 * @param unit of the figure; empty when it is a count
 * @param severity colours the edge of the tile; OK leaves it calm
 * @param history the last values, oldest first; what is not a number is a gap; empty for no curve
 */
public record TileValue(String figure, String unit, Severity severity, Optional<Trend> trend, double[] history) {
    /** How the figure changed, in words with a sign and a time: "+12 % in 10 min". */
    public record Trend(String text, Severity severity) {}

    public static TileValue of(String figure, String unit) {
        return new TileValue(figure, unit, Severity.OK, Optional.empty(), new double[0]);
    }

    public TileValue judged(Severity next) {
        return new TileValue(figure, unit, next, trend, history);
    }

    public TileValue trending(String text, Severity judged) {
        return new TileValue(figure, unit, severity, Optional.of(new Trend(text, judged)), history);
    }

    public TileValue over(double[] values) {
        return new TileValue(figure, unit, severity, trend, values);
    }
}

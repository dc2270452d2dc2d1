package org.postyard.console.ui.chart;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.postyard.console.model.history.History;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Series;
import org.postyard.console.widgets.chart.Curve;
import org.postyard.console.widgets.chart.TimeWindow;

/** Reads the curves of a part of time out of the history of a runtime. Any thread. */
final class CurveReader {

    private final History history;

    CurveReader(History history) {
        this.history = history;
    }

    /** Curves over the window and half as much on both sides, so that a move does not meet an empty edge. */
    List<Curve> read(Collection<Pick> picks, TimeWindow window) {
        long margin = window.lengthMillis() / 2;
        Instant from = Instant.ofEpochMilli(window.fromMillis() - margin);
        Instant until = Instant.ofEpochMilli(window.untilMillis() + margin);
        return picks.stream().map(pick -> read(pick, from, until)).toList();
    }

    private Curve read(Pick pick, Instant from, Instant until) {
        Series series = history.series(pick.subject(), pick.metric(), from, until);
        int begin = 0;
        int end = series.size();
        while (begin < end && series.gapAt(begin)) {
            begin++;
        }
        while (end > begin && series.gapAt(end - 1)) {
            end--;
        }
        long[] times = new long[end - begin];
        double[] values = new double[end - begin];
        double factor = pick.metric().unit() == Metric.Unit.SHARE ? 100 : 1;
        for (int index = 0; index < times.length; index++) {
            times[index] = series.timeOf(begin + index).toEpochMilli();
            values[index] = series.at(begin + index) * factor;
        }
        return new Curve(pick.toText(), pick.label(), unit(pick.metric().unit()), times, values);
    }

    private static String unit(Metric.Unit unit) {
        return switch (unit) {
            case PER_SECOND -> "per second";
            case COUNT -> "count";
            case SHARE -> "%";
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
        };
    }
}

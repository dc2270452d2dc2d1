package org.postyard.console.model.history;

import java.util.EnumMap;
import java.util.Map;

/** All numbers of one subject over time. One lock. */
final class Track {
    private final Resolution resolution;
    private final Map<Metric, Pair> rings = new EnumMap<>(Metric.class);
    private long lastMillis;

    private record Pair(Ring fine, Ring coarse) {}

    Track(Resolution resolution) {
        this.resolution = resolution;
    }

    synchronized void put(long millis, Metric metric, double value) {
        lastMillis = Math.max(lastMillis, millis);
        Pair pair = rings.get(metric);
        if (pair == null) {
            if (Double.isNaN(value)) return;
            pair = new Pair(
                    new Ring(resolution.fineStep(), resolution.finePoints()),
                    new Ring(resolution.coarseStep(), resolution.coarsePoints()));
            rings.put(metric, pair);
        }
        pair.fine().put(millis, (float) value);
        pair.coarse().put(millis, (float) value);
    }

    synchronized long lastMillis() {
        return lastMillis;
    }

    /** Fine steps if they reach back far enough, else coarse ones. */
    synchronized Series between(Metric metric, long fromMillis, long untilMillis) {
        Pair pair = rings.get(metric);
        long fineSpan = resolution.fineStep().toMillis() * resolution.finePoints();
        boolean fine = untilMillis - fromMillis <= fineSpan;
        if (pair == null)
            return new Ring(resolution.fineStep(), resolution.finePoints()).between(fromMillis, untilMillis);
        // What is younger than one coarse step began in both at the same time.
        long begin = pair.coarse().oldestMillis() + resolution.coarseStep().toMillis();
        boolean fineKnowsAll = fine && pair.fine().oldestMillis() <= Math.max(fromMillis, begin);
        return (fineKnowsAll ? pair.fine() : pair.coarse()).between(fromMillis, untilMillis);
    }
}

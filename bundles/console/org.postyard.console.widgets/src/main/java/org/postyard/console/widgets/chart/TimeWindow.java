package org.postyard.console.widgets.chart;

import java.time.Duration;

/** The part of time that a chart shows, in milliseconds since the epoch. */
public record TimeWindow(long fromMillis, long untilMillis) {
    /** The shortest part that makes sense with one value a second. */
    static final long SHORTEST_MILLIS = 10_000;

    static final long LONGEST_MILLIS = Duration.ofDays(400).toMillis();

    public TimeWindow {
        if (untilMillis <= fromMillis) throw new IllegalArgumentException(fromMillis + " until " + untilMillis);
    }

    public static TimeWindow until(long untilMillis, Duration length) {
        return new TimeWindow(untilMillis - length.toMillis(), untilMillis);
    }

    public long lengthMillis() {
        return untilMillis - fromMillis;
    }

    /** A part as long as this times the factor, in which the time keeps its place. */
    TimeWindow zoomed(long aroundMillis, double factor) {
        double wanted = lengthMillis() * factor;
        long length = Math.round(Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, wanted)));
        double place = (double) (aroundMillis - fromMillis) / lengthMillis();
        long from = Math.round(aroundMillis - place * length);
        return new TimeWindow(from, from + length);
    }

    TimeWindow moved(long byMillis) {
        return new TimeWindow(fromMillis + byMillis, untilMillis + byMillis);
    }

    /** The time at the place from 0, the left edge, to 1. */
    long at(double place) {
        return fromMillis + Math.round(place * lengthMillis());
    }

    double place(long millis) {
        return (double) (millis - fromMillis) / lengthMillis();
    }
}

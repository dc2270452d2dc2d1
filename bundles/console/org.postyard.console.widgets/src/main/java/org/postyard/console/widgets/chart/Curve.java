package org.postyard.console.widgets.chart;

import java.util.Arrays;

/** The values of one curve over time, oldest first; a value that is not a number begins a gap. Immutable. */
public final class Curve {
    private final String id;
    private final String name;
    private final String unit;
    private final long[] timesMillis;
    private final double[] values;

    /**
     * @param id stays the same while the values change; what is switched off is known by it
     * @param unit curves of one unit share an axis; empty for counts
     * @param timesMillis since the epoch, rising
     */
    public Curve(String id, String name, String unit, long[] timesMillis, double[] values) {
        if (timesMillis.length != values.length)
            throw new IllegalArgumentException(timesMillis.length + " times for " + values.length + " values");
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.timesMillis = timesMillis.clone();
        this.values = values.clone();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public int size() {
        return values.length;
    }

    public long timeMillis(int index) {
        return timesMillis[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Index of the first point at or after the time; {@link #size} when there is none. */
    public int from(long millis) {
        int found = Arrays.binarySearch(timesMillis, millis);
        return found >= 0 ? found : -found - 1;
    }

    /** Index of the point nearest to the time, or -1 without points. */
    public int nearest(long millis) {
        if (values.length == 0) return -1;
        int after = Math.min(from(millis), values.length - 1);
        if (after == 0) return 0;
        return millis - timesMillis[after - 1] < timesMillis[after] - millis ? after - 1 : after;
    }
}

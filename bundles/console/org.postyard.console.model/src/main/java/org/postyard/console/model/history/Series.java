package org.postyard.console.model.history;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/** A number at equal steps of time, some of which may be gaps. Immutable. */
public final class Series {
    private final Instant start;
    private final Duration step;
    private final float[] values;

    /** Keeps the array; NaN is a gap. */
    Series(Instant start, Duration step, float[] values) {
        this.start = start;
        this.step = step;
        this.values = values;
    }

    public Instant start() {
        return start;
    }

    public Duration step() {
        return step;
    }

    public int size() {
        return values.length;
    }

    public Instant timeOf(int index) {
        return start.plus(step.multipliedBy(index));
    }

    public boolean gapAt(int index) {
        return Float.isNaN(values[index]);
    }

    /** The value, or NaN for a gap. */
    public double at(int index) {
        return values[index];
    }

    /** A copy of all values; NaN is a gap. */
    public double[] values() {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) copy[i] = values[i];
        return copy;
    }

    /** Whether there is no value at all. */
    public boolean empty() {
        return last().isEmpty();
    }

    /** The newest value. */
    public OptionalDouble last() {
        for (int i = values.length - 1; i >= 0; i--) if (!gapAt(i)) return OptionalDouble.of(values[i]);
        return OptionalDouble.empty();
    }

    /** Largest value; 0 if there is none. */
    public double largest() {
        double largest = 0;
        for (float value : values) if (value > largest) largest = value;
        return largest;
    }

    /** The same time in so many points at most: each the mean of its steps, a gap only if all of them are. */
    public Series reducedTo(int points) {
        if (values.length <= points) return this;
        int group = (values.length + points - 1) / points;
        int size = (values.length + group - 1) / group;
        float[] means = new float[size];
        for (int i = 0; i < size; i++) means[i] = meanOf(i * group, Math.min(values.length, (i + 1) * group));
        // A product of Duration goes by way of BigDecimal, which takes longer than all the rest.
        return new Series(start, Duration.ofNanos(step.toNanos() * group), means);
    }

    private float meanOf(int from, int until) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < until; i++) {
            if (gapAt(i)) continue;
            sum += values[i];
            count++;
        }
        return count == 0 ? Float.NaN : (float) (sum / count);
    }
}

package org.postyard.console.widgets.gallery;

import java.time.Instant;
import java.util.Random;
import org.postyard.console.widgets.chart.Curve;

/** Curves with one value a second and a gap, from a seed. */
public final class SampleCurves {
    private SampleCurves() {}

    public static Curve walk(String id, String name, String unit, int seconds, Instant now, long seed) {
        Random random = new Random(seed);
        long[] times = new long[seconds];
        double[] values = new double[seconds];
        double value = 300;
        for (int index = 0; index < seconds; index++) {
            times[index] = now.toEpochMilli() - (seconds - index) * 1_000L;
            value = Math.max(0, value + random.nextGaussian() * 4 + (300 - value) * 0.002);
            boolean gap = index > seconds * 3 / 5 && index < seconds * 13 / 20;
            values[index] = gap ? Double.NaN : value;
        }
        return new Curve(id, name, unit, times, values);
    }
}

package org.postyard.console.widgets.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An axis of values: round limits, and ticks at steps of 1, 2 or 5 times a power of ten. */
record ValueScale(double low, double high, double step) {
    /** An axis that holds all values between the two and has about so many ticks. Zero is kept in when values are positive. */
    static ValueScale around(double least, double most, int ticks) {
        double from = Double.isNaN(least) ? 0 : Math.min(0, least);
        double to = Double.isNaN(most) ? 1 : Math.max(0, most);
        if (to - from < 1e-9) to = from + 1;
        double step = niceStep((to - from) / Math.max(1, ticks));
        return new ValueScale(Math.floor(from / step + 1e-9) * step, Math.ceil(to / step - 1e-9) * step, step);
    }

    private static double niceStep(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double mantissa = rough / power;
        if (mantissa <= 1) return power;
        if (mantissa <= 2) return 2 * power;
        return mantissa <= 5 ? 5 * power : 10 * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (long index = 0; index <= count; index++) ticks.add(low + index * step);
        return ticks;
    }

    /** From 0 at the low end to 1. */
    double place(double value) {
        return (value - low) / (high - low);
    }

    /** The value at a tick, short: 12k rather than 12,000. */
    String label(double value) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (size >= 2e9) return scaled(value, 1e9, "G");
        if (size >= 2e6) return scaled(value, 1e6, "M");
        if (size >= 2e4) return scaled(value, 1e3, "k");
        return scaled(value, 1, "");
    }

    private String scaled(double value, double by, String suffix) {
        if (Math.abs(value) < step / 1e6) return "0";
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step / by) - 1e-9));
        return String.format(Locale.ROOT, "%,." + Math.min(6, decimals) + "f", value / by) + suffix;
    }
}

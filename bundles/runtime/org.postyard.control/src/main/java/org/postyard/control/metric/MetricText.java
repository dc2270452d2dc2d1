package org.postyard.control.metric;

import java.util.Map;
import java.util.TreeMap;

/** Writes numbers in the text exposition format of Prometheus, version 0.0.4, grouped by name with HELP and TYPE. */
public final class MetricText {
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private MetricText() {}

    /** @param numbers by name with labels, for example {@code postyard_queued{class="bulk"}} */
    public static String of(Map<String, Double> numbers) {
        Map<String, Map<String, Double>> families = new TreeMap<>();
        numbers.forEach((sample, value) -> families.computeIfAbsent(familyOf(sample), name -> new TreeMap<>())
                .put(sample, value));
        StringBuilder text = new StringBuilder();
        families.forEach((family, samples) -> append(text, family, samples));
        return text.toString();
    }

    private static void append(StringBuilder text, String family, Map<String, Double> samples) {
        text.append("# HELP ")
                .append(family)
                .append(' ')
                .append(MetricNames.meaningOf(family))
                .append('\n');
        text.append("# TYPE ").append(family).append(' ').append(typeOf(family)).append('\n');
        samples.forEach((sample, value) ->
                text.append(sample).append(' ').append(number(value)).append('\n'));
    }

    private static String familyOf(String sample) {
        int labels = sample.indexOf('{');
        return labels < 0 ? sample : sample.substring(0, labels);
    }

    private static String typeOf(String family) {
        return family.endsWith("_total") ? "counter" : "gauge";
    }

    private static String number(double value) {
        if (Double.isNaN(value)) return "NaN";
        if (Double.isInfinite(value)) return value > 0 ? "+Inf" : "-Inf";
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}

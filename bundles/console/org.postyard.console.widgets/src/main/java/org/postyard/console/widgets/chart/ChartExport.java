package org.postyard.console.widgets.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The values of a chart as a table: a gap is an empty field, never a zero. */
final class ChartExport {
    private ChartExport() {}

    static String csv(List<Curve> curves, TimeWindow window, ZoneId zone) {
        StringBuilder text = new StringBuilder("Time");
        for (Curve curve : curves) {
            String unit = curve.unit().isEmpty() ? "" : " (" + curve.unit() + ")";
            text.append(',').append(quoted(curve.name() + unit));
        }
        text.append("\r\n");
        SortedSet<Long> times = new TreeSet<>();
        for (Curve curve : curves)
            for (int index = curve.from(window.fromMillis()); index < curve.from(window.untilMillis() + 1); index++)
                times.add(curve.timeMillis(index));
        for (long millis : times) line(text, curves, millis, zone);
        return text.toString();
    }

    private static void line(StringBuilder text, List<Curve> curves, long millis, ZoneId zone) {
        text.append(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atZone(zone)));
        for (Curve curve : curves) {
            text.append(',');
            int index = curve.from(millis);
            boolean there = index < curve.size() && curve.timeMillis(index) == millis;
            if (there && !Double.isNaN(curve.value(index))) text.append(curve.value(index));
        }
        text.append("\r\n");
    }

    private static String quoted(String field) {
        boolean needed = field.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return needed ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}

package org.postyard.console.model.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postyard.console.model.history.Metric;

/** Puts numbers, durations and times into text, with their units; what is unknown is a dash, never a zero. Thread-safe. */
public final class Figures {
    /** What stands for something unknown. */
    public static final String UNKNOWN = "\u2013";

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** Kept by pattern: making one takes longer than using it some hundred times, and each belongs to one thread. */
    private final ThreadLocal<Map<String, DecimalFormat>> formats = ThreadLocal.withInitial(HashMap::new);

    private final ZoneId zone;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private final DateTimeFormatter minute = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter full = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /**
     * @param zone that times are shown in
     */
    public Figures(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 12,345}. */
    public String count(long value) {
        return number("#,##0", value);
    }

    /** {@code 12.3/s}, {@code 1,234/s}. */
    public String perSecond(double value) {
        if (Double.isNaN(value)) return UNKNOWN;
        return number(value > 0 && value < 99.95 ? "0.0" : "#,##0", value) + "/s";
    }

    /** {@code 98.2 %}. */
    public String share(Optional<Double> share) {
        return share(share.orElse(Double.NaN));
    }

    /** {@code 98.2 %}; NaN is unknown. */
    public String share(double share) {
        if (Double.isNaN(share)) return UNKNOWN;
        boolean whole = share <= 0 || share >= 1;
        // Rounding must not make all of almost all, nor nothing of almost nothing.
        double percent = whole ? share * 100 : Math.min(99.9, Math.max(0.1, share * 100));
        return number(whole ? "0" : "0.0", percent) + " %";
    }

    /** {@code 312 ms}, {@code 1.24 s}, {@code 12 s}. */
    public String millis(Optional<Double> millis) {
        return millis(millis.orElse(Double.NaN));
    }

    /** {@code 312 ms}, {@code 1.24 s}, {@code 12 s}; NaN is unknown. */
    public String millis(double millis) {
        if (Double.isNaN(millis)) return UNKNOWN;
        if (millis < 10) return number("0.0", millis) + " ms";
        if (millis < 1_000) return number("0", millis) + " ms";
        if (millis < 10_000) return number("0.00", millis / 1_000) + " s";
        return duration(Duration.ofMillis((long) millis));
    }

    /** {@code 8 s}, {@code 3 min 12 s}, {@code 2 h 5 min}, {@code 4 d 3 h}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) return seconds + " s";
        if (seconds < 3_600) return two(seconds / 60, "min", seconds % 60, "s");
        if (seconds < 86_400) return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
        return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
    }

    /** How long ago; a dash if unknown. */
    public String age(Optional<Instant> since, Instant now) {
        return since.map(from -> duration(Duration.between(from, now))).orElse(UNKNOWN);
    }

    /** {@code 12:03:10}. */
    public String time(Instant instant) {
        return time.format(instant.atZone(zone));
    }

    /** {@code 12:03}. */
    public String minute(Instant instant) {
        return minute.format(instant.atZone(zone));
    }

    /** {@code 2026-03-01 12:03:10}. */
    public String dateTime(Instant instant) {
        return full.format(instant.atZone(zone));
    }

    /** The time, with the date if it is not today's. */
    public String moment(Instant instant, Instant now) {
        boolean today =
                instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? time(instant) : dateTime(instant);
    }

    /** When something is to come; {@code now} if it may come at once. */
    public String upcoming(Instant instant, Instant now) {
        return instant.isAfter(now) ? moment(instant, now) : "now";
    }

    /** {@code 812 B}, {@code 10.2 kB}, {@code 1.4 MB}. */
    public String bytes(long bytes) {
        if (bytes < 1_000) return bytes + " B";
        if (bytes < 1_000_000) return number("0.0", bytes / 1e3) + " kB";
        return number("#,##0.0", bytes / 1e6) + " MB";
    }

    /** A value of a metric with its unit; NaN is unknown. */
    public String value(Metric metric, double value) {
        if (Double.isNaN(value)) return UNKNOWN;
        return switch (metric.unit()) {
            case PER_SECOND -> perSecond(value);
            case COUNT -> count(Math.round(value));
            case SHARE -> share(value);
            case MILLISECONDS -> millis(value);
            case SECONDS -> duration(Duration.ofMillis((long) (value * 1000)));
        };
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        String head = large + " " + largeUnit;
        return small == 0 ? head : head + " " + small + " " + smallUnit;
    }

    private String number(String pattern, double value) {
        return formats.get()
                .computeIfAbsent(pattern, absent -> new DecimalFormat(absent, SYMBOLS))
                .format(value);
    }
}

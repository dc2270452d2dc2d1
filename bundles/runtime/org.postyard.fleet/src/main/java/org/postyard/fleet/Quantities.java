package org.postyard.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers and durations. */
final class Quantities {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Duration LONGEST = Duration.ofDays(365);

    private Quantities() {}

    static Optional<Long> whole(Value value, long least, long most) {
        return value.text().flatMap(text -> {
            boolean fits =
                    WHOLE.matcher(text).matches() && Long.parseLong(text) >= least && Long.parseLong(text) <= most;
            if (!fits) value.problem("'" + text + "' is not a whole number from " + least + " to " + most);
            return fits ? Optional.of(Long.parseLong(text)) : Optional.empty();
        });
    }

    static Optional<Integer> whole(Value value, int least, int most) {
        return whole(value, (long) least, (long) most).map(Long::intValue);
    }

    /** A number above zero, with or without a fraction. */
    static Optional<Double> positive(Value value) {
        return value.text().flatMap(text -> {
            boolean fits = DECIMAL.matcher(text).matches() && Double.parseDouble(text) > 0;
            if (!fits) value.problem("'" + text + "' is not a number above 0");
            return fits ? Optional.of(Double.parseDouble(text)) : Optional.empty();
        });
    }

    /** A share from 0 to 1. */
    static Optional<Double> share(Value value) {
        return value.text().flatMap(text -> {
            boolean fits =
                    DECIMAL.matcher(text).matches() && Double.parseDouble(text) >= 0 && Double.parseDouble(text) <= 1;
            if (!fits) value.problem("'" + text + "' is not a share from 0 to 1, such as 0.1");
            return fits ? Optional.of(Double.parseDouble(text)) : Optional.empty();
        });
    }

    /** A duration above zero: a whole number with its unit. */
    static Optional<Duration> duration(Value value) {
        return value.text().flatMap(text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) return refused(value, text);
            Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
            Duration duration = unit.multipliedBy(Long.parseLong(matcher.group(1)));
            if (duration.isZero() || duration.compareTo(LONGEST) > 0) return outOfRange(value, text);
            return Optional.of(duration);
        });
    }

    private static Optional<Duration> refused(Value value, String text) {
        boolean unitMissing = WHOLE.matcher(text).matches();
        String example =
                unitMissing ? "write '" + text + "s' if you mean seconds" : "write for example 10s, 5m, 1h or 2d";
        value.problem("'" + text + "' is not a duration" + (unitMissing ? " without its unit; " : "; ") + example);
        return Optional.empty();
    }

    private static Optional<Duration> outOfRange(Value value, String text) {
        value.problem("'" + text + "' is not between 1ms and 365d");
        return Optional.empty();
    }

    /** As a person would write it: {@code 90s}, {@code 5m}, {@code 2d}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) return millis + "ms";
        for (String unit : new String[] {"d", "h", "m"}) {
            long size = UNITS.getOrDefault(unit, Duration.ZERO).toMillis();
            if (millis % size == 0 && millis > 0) return millis / size + unit;
        }
        return millis / 1000 + "s";
    }
}

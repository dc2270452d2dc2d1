package org.postyard.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.karaf.shell.support.CommandException;

/** How values look in the shell, and how they are typed. */
public final class Texts {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})([smhd])");

    private Texts() {}

    /** {@code 12s}, {@code 5m}, {@code 3h}, {@code 2d}: the largest unit that fits. */
    public static String length(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 120) return seconds + "s";
        if (seconds < 120 * 60) return seconds / 60 + "m";
        return seconds < 48 * 3600 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }

    /** How long ago. */
    public static String age(Instant then, Instant now) {
        return length(Duration.between(then, now));
    }

    /** {@code now} or {@code in 5m}. */
    public static String until(Instant then, Instant now) {
        return then.isAfter(now) ? "in " + length(Duration.between(now, then)) : "now";
    }

    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A share as percents; {@code -} if there was nothing to share. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /** One decimal; {@code -} if there is no number. */
    public static String number(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.1f", number);
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code -} for nothing. */
    public static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** The constant that is typed as its {@link #word}. */
    public static <E extends Enum<E>> E parse(Class<E> type, String typed) throws CommandException {
        StringBuilder known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equalsIgnoreCase(typed.replace('_', '-'))) return constant;
            known.append(known.isEmpty() ? "" : ", ").append(word(constant));
        }
        throw new CommandException("'" + typed + "' is not one of " + known);
    }

    /** {@code 10m}: that long ago; or a time such as {@code 2026-01-31T08:00:00Z}. */
    public static Instant past(String typed, Instant now) throws CommandException {
        Optional<Duration> ago = duration(typed);
        return ago.isPresent() ? now.minus(ago.get()) : instant(typed);
    }

    /** {@code 10m}: in that time; or a time such as {@code 2026-01-31T08:00:00Z}. */
    public static Instant future(String typed, Instant now) throws CommandException {
        Optional<Duration> later = duration(typed);
        return later.isPresent() ? now.plus(later.get()) : instant(typed);
    }

    private static Optional<Duration> duration(String typed) {
        Matcher matcher = DURATION.matcher(typed);
        if (!matcher.matches()) return Optional.empty();
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private static Instant instant(String typed) throws CommandException {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException e) {
            throw new CommandException(
                    "'" + typed + "' is neither a length such as 30m, 2h or 7d nor a time such as 2026-01-31T08:00:00Z",
                    e);
        }
    }
}

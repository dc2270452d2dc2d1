package org.postyard.console.widgets.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of a time axis at round local times, with the date where a day begins. */
final class TimeTicks {
    private static final long[] STEPS_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200
    };
    private static final int[] STEPS_DAYS = {1, 2, 7, 14, 30, 60, 120};

    private final ZoneId zone;
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private final DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** One tick; the words of the first of a day are its date. */
    record Tick(long millis, String words, boolean day) {}

    TimeTicks(ZoneId zone) {
        this.zone = zone;
    }

    /** Not more ticks than given. */
    List<Tick> within(TimeWindow window, int most) {
        long least = Math.max(1, window.lengthMillis() / Math.max(1, most));
        for (long step : STEPS_SECONDS) if (step * 1_000 >= least) return ofSeconds(window, step);
        for (int step : STEPS_DAYS) if (Duration.ofDays(step).toMillis() >= least) return ofDays(window, step);
        return ofDays(window, 180);
    }

    private List<Tick> ofSeconds(TimeWindow window, long step) {
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime start = time(window.fromMillis()).truncatedTo(ChronoUnit.DAYS);
        // Counted from midnight by the local clock, and anew on each day, so that ticks are round after a change to
        // summer time too.
        while (start.toInstant().toEpochMilli() < window.untilMillis()) {
            ZonedDateTime next = start.plusDays(1);
            addDay(ticks, window, start, next, step);
            start = next;
        }
        return ticks;
    }

    private void addDay(List<Tick> ticks, TimeWindow window, ZonedDateTime start, ZonedDateTime next, long step) {
        long begin = start.toInstant().toEpochMilli();
        long end = next.toInstant().toEpochMilli();
        long stepMillis = step * 1_000;
        long first = Math.max(0, (window.fromMillis() - begin + stepMillis - 1) / stepMillis) * stepMillis + begin;
        for (long millis = first; millis < end && millis <= window.untilMillis(); millis += stepMillis) {
            boolean midnight = millis == begin;
            String words = midnight ? day.format(start) : (step < 60 ? seconds : minutes).format(time(millis));
            ticks.add(new Tick(millis, words, midnight));
        }
    }

    private List<Tick> ofDays(TimeWindow window, int step) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate date = time(window.fromMillis()).toLocalDate();
        date = date.minusDays(Math.floorMod(date.toEpochDay(), step));
        for (; ; date = date.plusDays(step)) {
            ZonedDateTime start = date.atStartOfDay(zone);
            long millis = start.toInstant().toEpochMilli();
            if (millis > window.untilMillis()) return ticks;
            if (millis >= window.fromMillis()) ticks.add(new Tick(millis, day.format(start), true));
        }
    }

    /** The local time to the second, with the date when it is not today's. */
    String exact(long millis, long nowMillis) {
        ZonedDateTime time = time(millis);
        boolean today = time.toLocalDate().equals(time(nowMillis).toLocalDate());
        return today ? seconds.format(time) : day.format(time) + " " + seconds.format(time);
    }

    private ZonedDateTime time(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone);
    }
}

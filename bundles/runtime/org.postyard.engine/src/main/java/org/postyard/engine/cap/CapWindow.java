package org.postyard.engine.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Recipients sent in the current clock hour and day (UTC), against the caps of one limit rule for one source. Dispatcher thread only. */
public final class CapWindow {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

    private static final DateTimeFormatter HOURS =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private long perHour;
    private long perDay;
    private long hour;
    private long day;
    private long usedThisHour;
    private long usedThisDay;

    /** Zero means no cap. */
    public CapWindow(long perHour, long perDay) {
        this.perHour = perHour;
        this.perDay = perDay;
    }

    public void caps(long newPerHour, long newPerDay) {
        perHour = newPerHour;
        perDay = newPerDay;
    }

    /** Goes on from there; what is over by the time of the next question counts no more. */
    public void goOnFrom(CapUse use) {
        hour = use.hour();
        usedThisHour = use.usedThisHour();
        day = use.day();
        usedThisDay = use.usedThisDay();
    }

    public CapUse used() {
        return new CapUse(hour, usedThisHour, day, usedThisDay);
    }

    static long dayOf(long millis) {
        return millis / DAY_MILLIS;
    }

    /** How many recipients may still be sent now. */
    public long room(long nowMillis) {
        advance(nowMillis);
        return Math.max(0, Math.min(roomByHour(), roomByDay()));
    }

    private long roomByHour() {
        return perHour == 0 ? Long.MAX_VALUE : perHour - usedThisHour;
    }

    private long roomByDay() {
        return perDay == 0 ? Long.MAX_VALUE : perDay - usedThisDay;
    }

    /** The cap that leaves less room now, in words: {@code 7 a day (the next day begins at 00:00 UTC)}. */
    public String tighter(long nowMillis) {
        advance(nowMillis);
        if (roomByDay() <= roomByHour()) return perDay + " a day (the next day begins at 00:00 UTC)";
        return perHour + " an hour (the next hour begins at "
                + HOURS.format(Instant.ofEpochMilli((hour + 1) * HOUR_MILLIS)) + " UTC)";
    }

    public void use(long nowMillis, int recipients) {
        advance(nowMillis);
        usedThisHour += recipients;
        usedThisDay += recipients;
    }

    /** Gives back what was reserved at that time and not sent; the hour and the day that are over get nothing. */
    public void giveBack(long reservedAtMillis, int recipients) {
        if (reservedAtMillis / HOUR_MILLIS == hour) usedThisHour = Math.max(0, usedThisHour - recipients);
        if (dayOf(reservedAtMillis) == day) usedThisDay = Math.max(0, usedThisDay - recipients);
    }

    private void advance(long nowMillis) {
        if (nowMillis / HOUR_MILLIS != hour) {
            hour = nowMillis / HOUR_MILLIS;
            usedThisHour = 0;
        }
        if (dayOf(nowMillis) != day) {
            day = dayOf(nowMillis);
            usedThisDay = 0;
        }
    }
}

package org.postyard.engine.cap;

/** Recipients sent in the current clock hour and day (UTC), against the caps of one limit rule for one source. Dispatcher thread only. */
public final class CapWindow {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

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
        long byHour = perHour == 0 ? Long.MAX_VALUE : perHour - usedThisHour;
        long byDay = perDay == 0 ? Long.MAX_VALUE : perDay - usedThisDay;
        return Math.max(0, Math.min(byHour, byDay));
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

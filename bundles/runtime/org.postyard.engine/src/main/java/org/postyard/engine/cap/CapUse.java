package org.postyard.engine.cap;

/**
 * What was used of a cap in one clock hour and in one day (UTC).
 *
 * @param hour hours since the epoch
 * @param usedThisHour recipients
 * @param day days since the epoch
 * @param usedThisDay recipients
 */
public record CapUse(long hour, long usedThisHour, long day, long usedThisDay) {
    /** Whether it says nothing any more, because its day has ended or nothing was used. */
    public boolean over(long nowMillis) {
        return usedThisDay == 0 || CapWindow.dayOf(nowMillis) != day;
    }
}

package org.postyard.console.model.history;

import java.time.Duration;
import java.time.Instant;

/** Derives a rate from a counter; unknown after a pause or when the counter began anew. Not thread-safe. */
final class RateMeter {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Instant lastCounted = Instant.EPOCH;
    private Instant lastNews = Instant.EPOCH;
    private long lastCount;
    private double lastRate = Double.NaN;

    /**
     * Per second since the count before; NaN if that cannot be said. A count that is told again says nothing new: the rate
     * stays as it is, but no longer than a pause may be.
     *
     * @param counted when it was counted, by the clock of whoever counts
     * @param now when it was told
     */
    double rate(Instant counted, long count, Instant now) {
        if (counted.equals(lastCounted) && count == lastCount) return shortly(lastNews, now) ? lastRate : Double.NaN;
        Duration passed = Duration.between(lastCounted, counted);
        long more = count - lastCount;
        boolean known = more >= 0 && passed.toMillis() > 0 && shortly(lastCounted, counted);
        lastRate = known ? more * 1000.0 / passed.toMillis() : Double.NaN;
        lastCounted = counted;
        lastCount = count;
        lastNews = now;
        return lastRate;
    }

    private static boolean shortly(Instant before, Instant after) {
        return Duration.between(before, after).compareTo(LONGEST) <= 0;
    }
}

package org.postyard.console.model.history;

import java.time.Duration;
import java.time.Instant;

/** Derives a rate from a counter; unknown after a pause or when the counter began anew. Not thread-safe. */
final class RateMeter {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Instant lastTime = Instant.EPOCH;
    private long lastCount;

    /** Per second since the call before; NaN if that cannot be said. */
    double rate(Instant time, long count) {
        Duration passed = Duration.between(lastTime, time);
        long more = count - lastCount;
        boolean known = more >= 0 && passed.toMillis() > 0 && passed.compareTo(LONGEST) <= 0;
        lastTime = time;
        lastCount = count;
        return known ? more * 1000.0 / passed.toMillis() : Double.NaN;
    }
}

package org.postyard.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the journal keeps them: microseconds since 1970. */
final class Microseconds {
    private static final long PER_SECOND = 1_000_000;

    private Microseconds() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
    }

    static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}

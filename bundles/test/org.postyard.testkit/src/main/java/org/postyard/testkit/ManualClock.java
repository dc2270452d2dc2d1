package org.postyard.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves only when a test says so; thread-safe. */
public final class ManualClock extends Clock {
    private volatile Instant now;

    /** Starts at a whole second in the year 2026. */
    public ManualClock() {
        this(Instant.parse("2026-03-01T12:00:00Z"));
    }

    public ManualClock(Instant start) {
        now = start;
    }

    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Throws: a manual clock has no other zones. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a manual clock is in UTC");
    }
}

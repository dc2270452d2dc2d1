package org.postyard.api.delivery;

import java.time.Duration;

/** A point in the monotonic time of {@link System#nanoTime()} by which a call must have answered. */
public record Deadline(long nanoTime) {
    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left; zero if it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }
}

package org.postyard.console.model.live;

import java.time.Duration;

/**
 * How long to wait before the next try: 0.25 s, then twice as long each time up to 2 s, so that a runtime that returns is
 * seen within 5 s, connection and log-in included. Not thread-safe.
 */
final class Backoff {
    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = SHORTEST;

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void reset() {
        next = SHORTEST;
    }
}

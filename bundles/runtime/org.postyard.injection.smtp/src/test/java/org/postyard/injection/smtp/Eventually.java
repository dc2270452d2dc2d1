package org.postyard.injection.smtp;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postyard.api.delivery.Deadline;

/** Waits for what another thread brings about. */
final class Eventually {
    private Eventually() {}

    /** Returns when the condition holds; fails if it does not within ten seconds. */
    static void holds(BooleanSupplier condition) {
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        while (!condition.getAsBoolean()) {
            if (deadline.passed()) throw new AssertionError("the condition did not come to hold");
            LockSupport.parkNanos(2_000_000);
        }
    }
}

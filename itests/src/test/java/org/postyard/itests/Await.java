package org.postyard.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for something that another process does. */
final class Await {
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    private Await() {}

    /** Asks until the answer is yes. */
    static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end)
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain: " + what);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Asks for that long and fails at the first no. */
    static void throughout(String what, Duration time, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            if (!condition.call()) throw new AssertionError("did not hold for " + time.toSeconds() + " s: " + what);
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Lets time go by for the others. */
    static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) LockSupport.parkNanos(end - System.nanoTime());
    }
}

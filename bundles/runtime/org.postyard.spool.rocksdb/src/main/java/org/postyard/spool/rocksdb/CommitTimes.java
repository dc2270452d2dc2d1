package org.postyard.spool.rocksdb;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How long the newest writes took, the synchronisation with the disk included. Written by one thread, read by any. */
final class CommitTimes {
    private static final int KEPT = 1024;
    private static final double WEIGHT = 0.05;
    private static final double NANOS = 1e9;

    private final AtomicLongArray newest = new AtomicLongArray(KEPT);
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong startedNanos = new AtomicLong();
    private volatile double averageNanos;
    private volatile double averageRequests;

    void starts() {
        // 0 stands for none.
        startedNanos.set(System.nanoTime() | 1);
    }

    void ends(int written) {
        long took = System.nanoTime() - startedNanos.getAndSet(0);
        long number = writes.getAndIncrement();
        newest.set((int) (number % KEPT), took);
        requests.addAndGet(written);
        double weight = number == 0 ? 1 : WEIGHT;
        averageNanos += weight * (took - averageNanos);
        averageRequests += weight * (written - averageRequests);
    }

    /** For how long the write has lasted that is under way; 0 if none is. */
    long underWayNanos() {
        long started = startedNanos.get();
        return started == 0 ? 0 : System.nanoTime() - started;
    }

    /** Moving average. */
    double averageSeconds() {
        return averageNanos / NANOS;
    }

    double averageRequests() {
        return averageRequests;
    }

    /** The time within which 99 of 100 of the newest writes ended. */
    double slowSeconds() {
        int count = (int) Math.min(writes.get(), KEPT);
        if (count == 0) return 0;
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) sorted[i] = newest.get(i);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, count * 99 / 100)] / NANOS;
    }

    long writes() {
        return writes.get();
    }

    long requests() {
        return requests.get();
    }
}

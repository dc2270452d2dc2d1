package org.postyard.injection.smtp.content;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many octets of messages may be in memory at once, over all conversations. Messages that have begun may use all of it,
 * new ones begin in three quarters, so that what has begun can end. Who finds no room can wait for it. Thread-safe by one
 * atomic and a queue.
 */
public final class MemoryBudget {
    /** Somebody who waits until so much is in use at most. */
    private record Waiter(long mostUsedBytes, CompletableFuture<Boolean> room) {}

    private final long limitBytes;
    private final AtomicLong used = new AtomicLong();
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();

    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Takes so many octets, if they are there. */
    public boolean reserve(long bytes) {
        if (used.addAndGet(bytes) <= limitBytes) return true;
        release(bytes);
        return false;
    }

    /** Takes octets that exist already, so that refusing them would free nothing. */
    public void add(long bytes) {
        used.addAndGet(bytes);
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
        if (!waiters.isEmpty()) wake();
    }

    /** Whether there would be room for so many octets. */
    public boolean hasRoomFor(long bytes) {
        return used.get() + bytes <= limitBytes;
    }

    /** Whether a message may begin. */
    public boolean hasRoomToBegin() {
        return used.get() <= mostUsedToBegin();
    }

    /** Completes with true when there is room for so many octets, which others may take first; with false after the patience. */
    public CompletionStage<Boolean> whenRoomFor(long bytes, Duration patience) {
        return await(limitBytes - bytes, patience);
    }

    /** Completes with true when a message may begin; with false after the patience. */
    public CompletionStage<Boolean> whenRoomToBegin(Duration patience) {
        return await(mostUsedToBegin(), patience);
    }

    private long mostUsedToBegin() {
        return Math.max(0, limitBytes * 3 / 4 - ChunkPool.CHUNK_BYTES);
    }

    private CompletionStage<Boolean> await(long mostUsedBytes, Duration patience) {
        Waiter waiter = new Waiter(mostUsedBytes, new CompletableFuture<>());
        waiters.add(waiter);
        // Room that came before the waiter was seen woke nobody.
        if (used.get() <= mostUsedBytes) waiter.room.complete(true);
        waiter.room.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
        return waiter.room;
    }

    /** In the order of their coming, but a message that is to begin does not hold up one that is to end. */
    private void wake() {
        long now = used.get();
        waiters.removeIf(waiter -> {
            if (now <= waiter.mostUsedBytes) waiter.room.complete(true);
            return waiter.room.isDone();
        });
    }

    public long usedBytes() {
        return used.get();
    }
}

package org.postyard.injection.smtp.content;

import java.util.concurrent.atomic.AtomicLong;

/** How many octets of messages may be in memory at once, over all conversations. Thread-safe by one atomic. */
public final class MemoryBudget {
    private final long limitBytes;
    private final AtomicLong used = new AtomicLong();

    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Takes so many octets, if they are there. */
    public boolean reserve(long bytes) {
        if (used.addAndGet(bytes) <= limitBytes) return true;
        used.addAndGet(-bytes);
        return false;
    }

    /** Takes octets that exist already, so that refusing them would free nothing. */
    public void add(long bytes) {
        used.addAndGet(bytes);
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Whether there would be room for so many octets. */
    public boolean hasRoomFor(long bytes) {
        return used.get() + bytes <= limitBytes;
    }

    public long usedBytes() {
        return used.get();
    }
}

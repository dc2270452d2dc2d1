package org.postyard.engine.yard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Room in the heap for contents of messages. What has just arrived may take half of it, so that there is always room for
 * what is to be sent now. Thread-safe by one atomic; a refusal costs nothing but a later look at the disk.
 */
final class ContentRoom {
    private final long limitBytes;
    private final AtomicLong used = new AtomicLong();

    ContentRoom(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** Takes room for a message that has just arrived, if there is some. */
    boolean takeForArrival(long bytes) {
        return take(bytes, limitBytes / 2);
    }

    /** Takes room for a message that is to be sent now, if there is some; a message that is larger than all the room gets it alone. */
    boolean takeForAttempt(long bytes) {
        return take(bytes, limitBytes);
    }

    private boolean take(long bytes, long limit) {
        long before = used.getAndAdd(bytes);
        if (before == 0 || before + bytes <= limit) return true;
        used.addAndGet(-bytes);
        return false;
    }

    /** Whether a message that is to be sent now would get room. */
    boolean hasRoomFor(long bytes) {
        long before = used.get();
        return before == 0 || before + bytes <= limitBytes;
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    long usedBytes() {
        return used.get();
    }
}

package org.postyard.injection.http.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.injection.http.answer.Refusal;

/** Bounds the bodies that are in memory at one time. Its only state is one atomic number. */
public final class MemoryBudget {
    private final AtomicLong usedBytes = new AtomicLong();
    private final long limitBytes;

    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /** The part of one request, which starts empty. */
    public Share share() {
        return new Share();
    }

    public long usedBytes() {
        return usedBytes.get();
    }

    static Refusal exhausted() {
        return Refusal.later(503, "unavailable", "Too many bodies at once; try again.", Duration.ofSeconds(2));
    }

    /** What one request holds; used by one thread at a time. */
    public final class Share {
        private long heldBytes;

        private Share() {}

        /** False if there is not so much left. */
        boolean grow(int bytes) {
            if (usedBytes.addAndGet(bytes) > limitBytes) {
                usedBytes.addAndGet(-bytes);
                return false;
            }
            heldBytes += bytes;
            return true;
        }

        /** Gives everything back; may be repeated. */
        public void release() {
            usedBytes.addAndGet(-heldBytes);
            heldBytes = 0;
        }
    }
}

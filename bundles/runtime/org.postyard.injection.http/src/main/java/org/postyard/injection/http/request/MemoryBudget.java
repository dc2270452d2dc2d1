package org.postyard.injection.http.request;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.injection.http.answer.Refusal;

/** Bounds the memory that bodies and what is made of them take at one time. Its only state is one atomic number. */
public final class MemoryBudget {
    private final AtomicLong usedBytes = new AtomicLong();
    private final long limitBytes;

    public MemoryBudget(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /**
     * The part of one request, which starts empty.
     *
     * @param copies how many times the size of its body it takes at most
     */
    public Share share(int copies) {
        return new Share(copies);
    }

    /** Largest body that there could ever be memory for. */
    public long largestBody(int copies) {
        return limitBytes / copies;
    }

    public long usedBytes() {
        return usedBytes.get();
    }

    /** The refusal that a client gets while others have the memory. */
    public static Refusal exhausted() {
        return Refusal.later(503, "unavailable", "Too many bodies at once; try again.", Duration.ofSeconds(2));
    }

    /** What one request holds; used by one thread at a time. */
    public final class Share {
        private final int copies;
        private long heldBytes;

        private Share(int copies) {
            this.copies = copies;
        }

        /** Takes memory for so many bytes more of a body; false if there is not so much left. */
        public boolean grow(long bodyBytes) {
            long bytes = bodyBytes * copies;
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

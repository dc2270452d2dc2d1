package org.postyard.api.message;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Source of new message ids of one node; thread-safe, lock-free and never going backwards, even if the clock does. */
public final class MessageIds {
    private static final long EPOCH_MILLIS =
            Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 14;
    private static final int NODE_BITS = 8;

    private final Clock clock;
    private final int node;
    private final AtomicLong ticks = new AtomicLong();

    /** @param node number of this node in its cluster, 0 to 255 */
    public MessageIds(Clock clock, int node) {
        if (node < 0 || node >= 1 << NODE_BITS) throw new IllegalArgumentException("node number " + node);
        this.clock = clock;
        this.node = node;
    }

    /** The next id. A burst beyond 16,384 ids in one millisecond borrows from the next millisecond. */
    public MessageId next() {
        long now = (clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long tick = ticks.updateAndGet(last -> Math.max(last + 1, now));
        long millis = tick >>> SEQUENCE_BITS;
        long sequence = tick & (1L << SEQUENCE_BITS) - 1;
        return new MessageId(millis << NODE_BITS + SEQUENCE_BITS | (long) node << SEQUENCE_BITS | sequence);
    }

    /** The time, to the millisecond, at which an id was made. */
    public static Instant timeOf(MessageId id) {
        return Instant.ofEpochMilli((id.value() >>> NODE_BITS + SEQUENCE_BITS) + EPOCH_MILLIS);
    }
}

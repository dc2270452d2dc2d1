package org.postyard.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.postyard.api.event.DeliveryEvent;

/**
 * The newest durable events in memory, by sequence. Written under one lock, because an event may come from the spool's thread
 * or, if it was durable at once, from the thread that gave it to the spool; read by any number of threads without it.
 */
final class EventWindow {
    private final AtomicReferenceArray<DeliveryEvent> slots;
    private final int mask;
    private volatile long newest;

    /** @param capacity a power of two */
    EventWindow(int capacity) {
        if (Integer.bitCount(capacity) != 1)
            throw new IllegalArgumentException("capacity " + capacity + " is no power of two");
        this.slots = new AtomicReferenceArray<>(capacity);
        this.mask = capacity - 1;
    }

    synchronized void add(DeliveryEvent event) {
        slots.set((int) (event.sequence() & mask), event);
        newest = Math.max(newest, event.sequence());
    }

    long newest() {
        return newest;
    }

    /** The events after a sequence; empty if some of them are no longer (or were never) in the window. */
    Optional<List<DeliveryEvent>> after(long sequence, int limit) {
        long last = newest;
        if (last - sequence > mask) return Optional.empty();
        List<DeliveryEvent> found = new ArrayList<>();
        for (long next = sequence + 1; next <= last && found.size() < limit; next++) {
            DeliveryEvent event = slots.get((int) (next & mask));
            if (event == null || event.sequence() != next) return Optional.empty();
            found.add(event);
        }
        return Optional.of(found);
    }
}

package org.postyard.engine.yard;

import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.postyard.engine.queue.Consignment;

/** Consignments whose next attempt is in the future, by time. Entries of consignments that have moved on meanwhile are skipped. Dispatcher thread only. */
final class DelayedConsignments {
    private record Entry(long dueMillis, Consignment consignment) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return Long.compare(dueMillis, other.dueMillis);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();

    void add(Consignment consignment) {
        entries.add(new Entry(wakeMillis(consignment), consignment));
    }

    private static long wakeMillis(Consignment consignment) {
        return Math.min(consignment.nextAttemptMillis(), consignment.track().expiresAtMillis());
    }

    /** Gives those that are due, at most so many. */
    void due(long nowMillis, int limit, Consumer<Consignment> consumer) {
        for (int given = 0; given < limit; ) {
            Entry first = entries.peek();
            if (first == null || first.dueMillis > nowMillis) return;
            entries.remove();
            Consignment consignment = first.consignment;
            if (consignment.state() != Consignment.State.WAITING || wakeMillis(consignment) != first.dueMillis)
                continue;
            consumer.accept(consignment);
            given++;
        }
    }

    int size() {
        return entries.size();
    }
}

package org.postyard.console.model.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.postyard.protocol.EventView;

/**
 * The newest DeliveryEvents, oldest first, bounded; and how many there were before, so that a reader can go on where it
 * stopped and knows what it missed. Immutable.
 *
 * @param total events and gaps ever seen, those no longer here included
 */
public record RecentEvents(long total, List<Entry> newest) {
    public static final RecentEvents NONE = new RecentEvents(0, List.of());

    public RecentEvents {
        newest = List.copyOf(newest);
    }

    /** An event, or a note that some are missing here. */
    public sealed interface Entry {
        record Happened(EventView event) implements Entry {}

        /**
         * Events that never came.
         *
         * @param missed how many; 0 if unknown
         */
        record Gap(long missed, String reason) implements Entry {}
    }

    /** What came after the first {@code seen} of {@link #total}; less than that if some are gone already. */
    public List<Entry> after(long seen) {
        long fresh = Math.max(0, total - seen);
        int from = (int) Math.max(0, newest.size() - fresh);
        return newest.subList(from, newest.size());
    }

    /** How many of those after {@code seen} are gone already. */
    public long lostAfter(long seen) {
        return Math.max(0, total - seen - newest.size());
    }

    /** The same with more entries; keeps the newest. */
    public RecentEvents with(List<Entry> more, int most) {
        if (more.isEmpty()) return this;
        List<Entry> all = new ArrayList<>(newest.size() + more.size());
        all.addAll(newest);
        all.addAll(more);
        int from = Math.max(0, all.size() - most);
        return new RecentEvents(total + more.size(), all.subList(from, all.size()));
    }
}

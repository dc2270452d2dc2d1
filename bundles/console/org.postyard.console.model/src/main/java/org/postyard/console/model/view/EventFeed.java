package org.postyard.console.model.view;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.snapshot.RecentEvents;
import org.postyard.console.model.snapshot.RuntimeSnapshot;

/**
 * The live list of events of one runtime: bounded, filtered, and still while it is paused; what comes meanwhile is kept and
 * counted. Thread-safe: one lock.
 */
public final class EventFeed {
    private final int most;
    private final Deque<EventRow> rows = new ArrayDeque<>();
    private long seen;
    private long dropped;
    private long numbers;
    private EventFilter filter = EventFilter.ALL;
    private boolean begun;
    private Optional<Paused> paused = Optional.empty();

    private record Paused(List<EventRow> rows, long seen) {}

    /**
     * What is to be shown.
     *
     * @param rows newest first
     * @param total events that are kept, whether they match the filter or not
     * @param waiting events that came since the pause
     */
    public record Shown(List<EventRow> rows, long total, boolean paused, long waiting) {}

    /**
     * @param most events that are kept
     */
    public EventFeed(int most) {
        this.most = most;
    }

    /** Takes in what is new in a snapshot. */
    public synchronized void accept(RuntimeSnapshot snapshot) {
        RecentEvents events = snapshot.events();
        if (events.total() < seen) seen = 0;
        long lost = begun ? events.lostAfter(seen) : 0;
        if (lost > 0) add(new RecentEvents.Entry.Gap(lost, lost + " events came too fast to be shown."));
        events.after(seen).forEach(this::add);
        seen = events.total();
        begun = true;
    }

    private void add(RecentEvents.Entry entry) {
        rows.addFirst(EventRow.of(entry, ++numbers));
        if (rows.size() <= most) return;
        rows.removeLast();
        dropped++;
    }

    public synchronized void filter(EventFilter wanted) {
        filter = wanted;
    }

    public synchronized EventFilter filter() {
        return filter;
    }

    /** Holds what is shown as it is now. */
    public synchronized void pause() {
        if (paused.isEmpty()) paused = Optional.of(new Paused(List.copyOf(rows), seen));
    }

    public synchronized void resume() {
        paused = Optional.empty();
    }

    public synchronized boolean paused() {
        return paused.isPresent();
    }

    /** Forgets all events so far. */
    public synchronized void clear() {
        rows.clear();
        paused = paused.map(still -> new Paused(List.of(), seen));
    }

    /** What is to be shown now; at most so many lines. */
    public synchronized Shown shown(int limit) {
        Iterable<EventRow> from = paused.isPresent() ? paused.get().rows() : rows;
        List<EventRow> matching = new ArrayList<>();
        for (Iterator<EventRow> i = from.iterator(); i.hasNext() && matching.size() < limit; ) {
            EventRow row = i.next();
            if (filter.matches(row)) matching.add(row);
        }
        long total = paused.map(still -> (long) still.rows().size()).orElse((long) rows.size());
        return new Shown(
                List.copyOf(matching),
                total,
                paused.isPresent(),
                paused.map(still -> seen - still.seen()).orElse(0L));
    }

    /** Events that were dropped because the list was full. */
    public synchronized long dropped() {
        return dropped;
    }
}

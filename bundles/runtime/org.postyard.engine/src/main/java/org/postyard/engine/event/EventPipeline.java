package org.postyard.engine.event;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of durable events to the journal and to everybody who follows them. Thread-safe; publishing never blocks. */
public final class EventPipeline implements EventFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventPipeline.class);
    private static final int WINDOW = 1 << 14;

    private final EventWindow window = new EventWindow(WINDOW);
    private final Spool spool;
    private final Supplier<Optional<Journal>> journals;
    private final JournalFeeder feeder;

    public EventPipeline(Spool spool, Supplier<Optional<Journal>> journals, Clock clock, Duration retention) {
        this.spool = spool;
        this.journals = journals;
        this.feeder = new JournalFeeder(window, spool, journals, clock, retention);
    }

    /** Takes events that have just become durable. */
    public void publish(List<DeliveryEvent> events) {
        for (DeliveryEvent event : events) window.add(event);
    }

    public long journalLag() {
        return feeder.lag();
    }

    /** Why the journal takes no events now; empty if it does. */
    public String journalTrouble() {
        return feeder.trouble();
    }

    /** Whether the newest sequence is known: after a start not before the journal or the first event has told it. */
    boolean numbersKnown() {
        return feeder.known() || window.newest() > 0;
    }

    @Override
    public long newestSequence() {
        return Math.max(window.newest(), feeder.journaled());
    }

    @Override
    public List<DeliveryEvent> after(long sequence, int limit) {
        Optional<List<DeliveryEvent>> recent = window.after(sequence, limit);
        if (recent.isPresent() && (!recent.get().isEmpty() || sequence >= newestSequence())) return recent.get();
        List<DeliveryEvent> older = journals.get()
                .map(journal -> journal.find(JournalQuery.after(sequence, Math.min(limit, JournalQuery.MAX_LIMIT))))
                .orElse(List.of());
        return older.isEmpty() ? kept(sequence, limit) : older;
    }

    private List<DeliveryEvent> kept(long sequence, int limit) {
        try {
            return spool.eventsAfter(sequence, limit);
        } catch (IOException e) {
            LOG.warn("events cannot be read from the spool after={} reason={}", sequence, e.toString());
            return List.of();
        }
    }

    @Override
    public void close() {
        feeder.close();
    }
}

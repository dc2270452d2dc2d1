package org.postyard.engine.event;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalUnavailableException;
import org.postyard.api.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries durable events from the spool to the journal in batches, and then lets the spool forget them.
 *
 * <p>Takes them from memory while it keeps up and from the spool when it has fallen behind or the node has restarted, so
 * that nothing on the hot path waits for the journal and nothing is dropped. Owns one thread.
 */
public final class JournalFeeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFeeder.class);
    private static final int BATCH = 4096;
    private static final long REST_MILLIS = 50;
    private static final long REST_AFTER_TROUBLE_MILLIS = 1000;
    private static final Duration RETENTION_CHECK = Duration.ofHours(1);

    private final EventWindow window;
    private final Spool spool;
    private final Supplier<Optional<Journal>> journals;
    private final Clock clock;
    private final Duration retention;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long journaled = -1;
    private volatile String trouble = "";
    private boolean catchingUp = true;
    private long nextRetentionMillis;

    JournalFeeder(
            EventWindow window, Spool spool, Supplier<Optional<Journal>> journals, Clock clock, Duration retention) {
        this.window = window;
        this.spool = spool;
        this.journals = journals;
        this.clock = clock;
        this.retention = retention;
        this.nextRetentionMillis = clock.millis() + RETENTION_CHECK.toMillis();
        this.thread = new Thread(this::run, "postyard-journal-feeder");
        thread.start();
    }

    /** Highest sequence that the journal has; 0 while that is unknown. */
    long journaled() {
        return Math.max(0, journaled);
    }

    boolean known() {
        return journaled >= 0;
    }

    /** Durable events that the journal does not have yet. */
    public long lag() {
        return journaled < 0 ? 0 : Math.max(0, window.newest() - journaled);
    }

    /** Why the journal did not take the last batch; empty if it did. */
    String trouble() {
        return trouble;
    }

    private void run() {
        while (running) {
            long rest = REST_AFTER_TROUBLE_MILLIS;
            try {
                rest = step();
            } catch (JournalUnavailableException | IOException failure) {
                if (trouble.isEmpty())
                    LOG.warn("journal is behind, events stay in the spool meanwhile reason={}", failure.toString());
                trouble = String.valueOf(failure.getMessage());
            } catch (RuntimeException failure) {
                LOG.error("journal feeder failed, trying again", failure);
            }
            if (rest > 0) pause(rest);
        }
    }

    /** One batch; returns for how long to rest. */
    private long step() throws IOException {
        Optional<Journal> journal = journals.get();
        if (journal.isEmpty()) return REST_AFTER_TROUBLE_MILLIS;
        if (journaled < 0) journaled = journal.get().lastSequence();
        List<DeliveryEvent> batch = next();
        if (batch.isEmpty()) {
            retain(journal.get());
            return REST_MILLIS;
        }
        journal.get().append(batch);
        journaled = batch.get(batch.size() - 1).sequence();
        spool.forgetEvents(journaled);
        if (!trouble.isEmpty()) LOG.info("journal takes events again lag={}", lag());
        trouble = "";
        return batch.size() < BATCH / 2 ? REST_MILLIS : 0;
    }

    private List<DeliveryEvent> next() throws IOException {
        Optional<List<DeliveryEvent>> fromMemory = catchingUp ? Optional.empty() : window.after(journaled, BATCH);
        if (fromMemory.isPresent()) return fromMemory.get();
        List<DeliveryEvent> fromSpool = spool.eventsAfter(journaled, BATCH);
        catchingUp = !fromSpool.isEmpty();
        return fromSpool;
    }

    private void retain(Journal journal) {
        if (clock.millis() < nextRetentionMillis) return;
        nextRetentionMillis = clock.millis() + RETENTION_CHECK.toMillis();
        long removed = journal.removeBefore(clock.instant().minus(retention));
        if (removed > 0) LOG.info("journal retention removed={} olderThanDays={}", removed, retention.toDays());
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the batch under way, then for what is left, at most five seconds. */
    @Override
    public void close() {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (lag() > 0
                && System.nanoTime() - end < 0
                && trouble.isEmpty()
                && journals.get().isPresent()) pause(20);
        running = false;
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

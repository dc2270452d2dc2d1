package org.postyard.engine.event;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.DeliveryEventListener;
import org.postyard.api.event.EventFeed;
import org.postyard.engine.slot.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the events that happen from now on to one listener, in order and in batches. A batch that the listener throws on
 * comes again; a listener that is more than {@value #MOST_BEHIND} events behind loses the older ones, and they are counted.
 * Owns one thread, so that a slow listener holds up nobody else.
 */
final class ListenerFeeder implements AutoCloseable {
    static final int MOST_BEHIND = 1 << 14;

    private static final Logger LOG = LoggerFactory.getLogger(ListenerFeeder.class);
    private static final int BATCH = 1024;
    private static final long REST_MILLIS = 50;
    private static final long REST_AFTER_TROUBLE_MILLIS = 1000;
    private static final long UNKNOWN = -1;

    private final EventFeed feed;
    private final BooleanSupplier numbersKnown;
    private final Slot<DeliveryEventListener> slot;
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean running = true;
    private long last;

    /** @param numbersKnown whether the feed knows its newest sequence already; events before that moment are not given */
    ListenerFeeder(EventFeed feed, BooleanSupplier numbersKnown, Slot<DeliveryEventListener> slot) {
        this.feed = feed;
        this.numbersKnown = numbersKnown;
        this.slot = slot;
        this.last = numbersKnown.getAsBoolean() ? feed.newestSequence() : UNKNOWN;
        this.thread = new Thread(this::run, "postyard-listener-" + slot.owner().id());
        thread.start();
    }

    /** Events that the listener took. */
    long given() {
        return given.get();
    }

    /** Events that were passed over because the listener was too far behind. */
    long lost() {
        return lost.get();
    }

    String listener() {
        return slot.owner().id();
    }

    private void run() {
        while (running) {
            long restMillis = REST_AFTER_TROUBLE_MILLIS;
            try {
                restMillis = step();
            } catch (RuntimeException failure) {
                LOG.warn("events cannot be read for listener={} reason={}", listener(), failure.toString());
            }
            if (restMillis > 0) pause(restMillis);
        }
    }

    /** One batch; returns for how long to rest. */
    private long step() {
        if (last == UNKNOWN) {
            if (!numbersKnown.getAsBoolean()) return REST_MILLIS;
            last = feed.newestSequence();
        }
        passOver(feed.newestSequence() - MOST_BEHIND);
        List<DeliveryEvent> batch = feed.after(last, BATCH);
        if (batch.isEmpty()) return REST_MILLIS;
        if (!taken(batch)) return REST_AFTER_TROUBLE_MILLIS;
        given.addAndGet(batch.size());
        last = batch.get(batch.size() - 1).sequence();
        return batch.size() < BATCH ? REST_MILLIS : 0;
    }

    private void passOver(long oldest) {
        if (oldest <= last) return;
        lost.addAndGet(oldest - last);
        last = oldest;
    }

    private boolean taken(List<DeliveryEvent> batch) {
        return slot.call(listener -> {
                    listener.eventsHappened(batch);
                    return true;
                })
                .isPresent();
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Gives nothing more; a call under way is interrupted. */
    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}

package org.postyard.engine.yard;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.engine.cap.CapMemory;
import org.postyard.engine.cap.CapUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what was used of the caps, so that a restart does not allow it once more; a crash forgets one second of it at
 * most. Dispatcher thread only; writing is done by a worker.
 */
final class CapKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(CapKeeper.class);

    private final YardServices services;
    private final CapMemory memory;
    private final Dispatcher dispatcher;
    private final Paths paths;
    private final AtomicLong newest = new AtomicLong();
    private Map<String, CapUse> kept = Map.of();
    private boolean writing;
    private boolean troubled;

    CapKeeper(YardServices services, Dispatcher dispatcher, Paths paths) {
        this.services = services;
        this.memory = services.caps();
        this.dispatcher = dispatcher;
        this.paths = paths;
    }

    void takeUp() {
        kept = memory.read();
        paths.takeUp(kept);
    }

    /** Writes what has changed, unless a write is still under way; now and then. */
    void keep() {
        if (writing) return;
        Map<String, CapUse> uses = paths.capUses(services.clock().millis());
        if (uses.equals(kept)) return;
        writing = true;
        long number = newest.incrementAndGet();
        services.work().execute(() -> {
            boolean written = write(number, uses);
            dispatcher.execute(() -> written(written, uses));
        });
    }

    private void written(boolean done, Map<String, CapUse> uses) {
        writing = false;
        if (done) kept = uses;
    }

    /** Writes at once, for the last time. */
    void keepFinally() {
        Map<String, CapUse> uses = paths.capUses(services.clock().millis());
        if (writing || !uses.equals(kept)) write(newest.incrementAndGet(), uses);
    }

    /** The last one wins, in whatever order they come. */
    private synchronized boolean write(long number, Map<String, CapUse> uses) {
        if (number < newest.get()) return false;
        try {
            memory.write(uses);
            troubled = false;
            return true;
        } catch (IOException e) {
            if (!troubled) LOG.warn("what was used of the caps cannot be kept, tried again reason={}", e.toString());
            troubled = true;
            return false;
        }
    }
}

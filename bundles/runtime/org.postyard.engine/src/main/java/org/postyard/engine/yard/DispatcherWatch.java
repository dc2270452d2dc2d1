package org.postyard.engine.yard;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from outside whether the dispatcher still takes its turns, because while it does not, nothing is sent and nobody else
 * would tell. Owns one thread.
 */
final class DispatcherWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherWatch.class);
    private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();

    private final Dispatcher dispatcher;
    private final Duration limit;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile String finding = "";

    /** @param limit a turn that is longer is told */
    DispatcherWatch(Dispatcher dispatcher, Duration limit) {
        this.dispatcher = dispatcher;
        this.limit = limit;
        this.thread = new Thread(this::run, "postyard-dispatcher-watch");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What it saw when it last looked; empty if all was well. */
    String finding() {
        return finding;
    }

    private void run() {
        while (running) {
            LockSupport.parkNanos(this, Math.min(LOOK_NANOS, limit.toNanos()));
            String before = finding;
            finding = dispatcher.stuck(limit);
            if (before.isEmpty() && !finding.isEmpty()) LOG.error("nothing is sent: {}", finding);
            if (!before.isEmpty() && finding.isEmpty()) LOG.warn("the dispatcher takes its turns again");
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}

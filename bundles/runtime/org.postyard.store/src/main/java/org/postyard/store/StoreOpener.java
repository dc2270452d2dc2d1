package org.postyard.store;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store in a thread of its own, again and again until the database is there, and then hands it over. One log
 * line when it cannot, one when it could. Thread-safe by its lock.
 */
final class StoreOpener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpener.class);

    private final Supplier<StoreServices> opening;
    private final Consumer<StoreServices> opened;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Thread thread;
    private boolean closed;
    private Optional<StoreServices> services = Optional.empty();

    StoreOpener(
            Supplier<StoreServices> opening, Consumer<StoreServices> opened, Duration firstWait, Duration longestWait) {
        this.opening = opening;
        this.opened = opened;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.thread = new Thread(this::openWhenPossible, "postyard-store-opener");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void openWhenPossible() {
        Duration wait = firstWait;
        String lastReason = "";
        while (!closed()) {
            try {
                handOver(opening.get());
                return;
            } catch (RuntimeException | LinkageError e) {
                String reason = Availability.rootReason(e);
                if (!reason.equals(lastReason))
                    LOG.warn("store not open, tried again until it is reason={}", reason, e);
                lastReason = reason;
            }
            pause(wait);
            wait = wait.multipliedBy(2).compareTo(longestWait) > 0 ? longestWait : wait.multipliedBy(2);
        }
    }

    private synchronized boolean closed() {
        return closed;
    }

    private void handOver(StoreServices open) {
        synchronized (this) {
            if (!closed) services = Optional.of(open);
        }
        if (services().isPresent()) opened.accept(open);
        else open.close();
    }

    private synchronized Optional<StoreServices> services() {
        return services;
    }

    private synchronized void pause(Duration wait) {
        long end = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toMillis(); !closed && left > 0; left = (end - System.nanoTime()) / 1_000_000)
                wait(left);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Waits for the end of the thread; whether it ended in time. */
    boolean ends(Duration timeout) throws InterruptedException {
        thread.join(timeout.toMillis());
        return !thread.isAlive();
    }

    /** Ends the attempts; the services that were handed over are closed too. An attempt that is under way is closed when it ends. */
    @Override
    public void close() {
        Optional<StoreServices> open;
        synchronized (this) {
            closed = true;
            notifyAll();
            open = services;
        }
        open.ifPresent(StoreServices::close);
    }
}

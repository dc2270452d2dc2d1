package org.postyard.console.model.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postyard.console.model.connection.RuntimeClient;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.history.History;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One runtime that the console watches: its client, its picture of now and its history. Owns the thread of its stream.
 * Thread-safe; {@link #close} ends it for good.
 */
public final class LiveRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRuntime.class);
    private static final Duration PUBLISH_INTERVAL = Duration.ofMillis(100);

    private final RuntimeClient client;
    private final ScheduledExecutorService timer;
    private final History history = new History();
    private final AttemptWindow attempts = new AttemptWindow();
    private final List<SnapshotListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean publishing = new AtomicBoolean();
    private final SnapshotAssembler assembler;
    private final StreamKeeper keeper;
    private volatile RuntimeSnapshot snapshot;

    LiveRuntime(RuntimeClient client, ScheduledExecutorService timer, Clock clock) {
        String name = client.connection().name();
        this.client = client;
        this.timer = timer;
        this.assembler = new SnapshotAssembler(name, clock.instant());
        this.snapshot = RuntimeSnapshot.unknown(name, clock.instant());
        StreamIntake intake = new StreamIntake(assembler, history, attempts, clock, this::publishSoon);
        this.keeper = new StreamKeeper(client, intake, timer, clock);
    }

    void start() {
        keeper.start();
    }

    public String name() {
        return connection().name();
    }

    public SavedConnection connection() {
        return client.connection();
    }

    public RuntimeClient client() {
        return client;
    }

    /** The newest picture; cheap. */
    public RuntimeSnapshot snapshot() {
        return snapshot;
    }

    public History history() {
        return history;
    }

    /** What became of the attempts of the last minute. */
    public AttemptWindow attempts() {
        return attempts;
    }

    public void addListener(SnapshotListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SnapshotListener listener) {
        listeners.remove(listener);
    }

    /** Tries to connect now, also after a refusal. */
    public void retry() {
        keeper.retry();
    }

    /** Ends the stream; no listener hears of it again after the call that is under way. */
    @Override
    public void close() {
        listeners.clear();
        keeper.close();
    }

    private void publishSoon() {
        if (!publishing.compareAndSet(false, true)) return;
        try {
            var unused = timer.schedule(this::publish, PUBLISH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The console ends, so nobody hears of news of runtime={}", name());
        }
    }

    private void publish() {
        publishing.set(false);
        RuntimeSnapshot now = assembler.snapshot();
        snapshot = now;
        for (SnapshotListener listener : listeners) {
            try {
                listener.changed(now);
            } catch (RuntimeException e) {
                LOG.error("A listener of runtime={} failed", name(), e);
            }
        }
    }
}

package org.postyard.console.model.live;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.postyard.console.model.connection.Credentials;
import org.postyard.console.model.connection.RuntimeClient;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.thread.BackgroundThread;

/** All runtimes that the console watches, by the name of their connection. Owns the timer of the model. Thread-safe. */
public final class Runtimes implements AutoCloseable {
    private final Clock clock;
    private final ScheduledExecutorService timer;
    private final Map<String, LiveRuntime> open = new ConcurrentSkipListMap<>();
    private final List<SnapshotListener> listeners = new CopyOnWriteArrayList<>();

    public Runtimes(Clock clock) {
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(BackgroundThread.named("postyard-console-model"));
    }

    /** Begins to watch a runtime; one of the same name that is watched already is closed first. Does not block. */
    public synchronized LiveRuntime open(SavedConnection connection, Credentials credentials) {
        close(connection.name());
        LiveRuntime runtime = new LiveRuntime(new RuntimeClient(connection, credentials), timer, clock);
        listeners.forEach(runtime::addListener);
        open.put(connection.name(), runtime);
        runtime.start();
        return runtime;
    }

    public synchronized void close(String name) {
        LiveRuntime runtime = open.remove(name);
        if (runtime != null) runtime.close();
    }

    public Optional<LiveRuntime> find(String name) {
        return Optional.ofNullable(open.get(name));
    }

    /** All that are watched, in order of name. */
    public List<LiveRuntime> all() {
        return List.copyOf(open.values());
    }

    /** Adds a listener for all runtimes, those that are opened later included. */
    public synchronized void addListener(SnapshotListener listener) {
        listeners.add(listener);
        open.values().forEach(runtime -> runtime.addListener(listener));
    }

    public synchronized void removeListener(SnapshotListener listener) {
        listeners.remove(listener);
        open.values().forEach(runtime -> runtime.removeListener(listener));
    }

    @Override
    public synchronized void close() {
        open.values().forEach(LiveRuntime::close);
        open.clear();
        timer.shutdownNow();
    }
}

package org.postyard.console.ui.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.live.Runtimes;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.thread.BackgroundThread;
import org.postyard.console.ui.thread.UiThread;

/**
 * Which of the watched runtimes the views show, and its newest snapshot for each of them. Thread-safe; what it calls, it calls on
 * the thread of the user interface.
 */
public final class CurrentRuntime {

    /** On a machine with two cores the pool of the JDK would make a thread for each picture, ten times a second. */
    private static final int PICTURE_THREADS = 2;

    private final ConnectionDesk desk;
    private final UiThread uiThread;
    private final Consumer<String> remember;
    private final Executor pictures =
            Executors.newFixedThreadPool(PICTURE_THREADS, BackgroundThread.named("console-pictures"));
    private final List<Consumer<Optional<RuntimeSnapshot>>> watchers = new CopyOnWriteArrayList<>();
    private volatile Optional<String> chosen;

    /**
     * @param last the runtime that was shown last
     * @param remember keeps the one that is chosen; called on the thread of the user interface
     */
    public CurrentRuntime(ConnectionDesk desk, UiThread uiThread, Optional<String> last, Consumer<String> remember) {
        this.desk = desk;
        this.uiThread = uiThread;
        this.chosen = last;
        this.remember = remember;
        runtimes().addListener(this::changed);
        desk.addListener(this::tell);
    }

    private Runtimes runtimes() {
        return desk.runtimes();
    }

    /** The runtime that is shown: the chosen one, else the first that is open. */
    public Optional<LiveRuntime> runtime() {
        return chosen.flatMap(runtimes()::find)
                .or(() -> runtimes().all().stream().findFirst());
    }

    /** Its newest snapshot. */
    public Optional<RuntimeSnapshot> snapshot() {
        return runtime().map(LiveRuntime::snapshot);
    }

    /** Shows another one. */
    public void choose(String name) {
        chosen = Optional.of(name);
        uiThread.run(() -> remember.accept(name));
        tell();
    }

    /**
     * Calls with the newest snapshot now and whenever there is a newer one, at most ten times a second and only while the control is
     * seen, until it is disposed of. Empty means that no connection is open. Must be called on the thread of the user interface.
     */
    public void watch(Control control, Consumer<Optional<RuntimeSnapshot>> show) {
        Consumer<Optional<RuntimeSnapshot>> latest = uiThread.latest(control, show);
        watchers.add(latest);
        control.addListener(SWT.Dispose, event -> watchers.remove(latest));
        latest.accept(snapshot());
    }

    /**
     * As {@link #watch(Control, Consumer)}, for a view whose picture takes some work: {@code prepare} makes it from a snapshot on another
     * thread, and only while it is wanted; {@code show} gets it on the thread of the user interface.
     */
    public <V> void watch(Control control, Function<Optional<RuntimeSnapshot>, V> prepare, Consumer<V> show) {
        watch(control, new Preparation<>(control, uiThread, pictures, prepare, show));
    }

    private void changed(RuntimeSnapshot snapshot) {
        if (runtime().filter(shown -> shown.name().equals(snapshot.runtime())).isPresent()) {
            watchers.forEach(watcher -> watcher.accept(Optional.of(snapshot)));
        }
    }

    private void tell() {
        Optional<RuntimeSnapshot> now = snapshot();
        watchers.forEach(watcher -> watcher.accept(now));
    }
}

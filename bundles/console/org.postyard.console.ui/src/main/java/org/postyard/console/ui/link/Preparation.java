package org.postyard.console.ui.link;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.ui.thread.UiThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns snapshots into what a view shows, on another thread, one at a time: while one is being made only the newest of those that come is
 * kept. Its state belongs to the thread of the user interface.
 */
final class Preparation<S, V> implements Consumer<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final Control control;
    private final UiThread uiThread;
    private final Executor worker;
    private final Function<S, V> prepare;
    private final Consumer<V> show;
    private Optional<S> waiting = Optional.empty();
    private boolean busy;

    /**
     * @param worker runs {@code prepare}
     */
    Preparation(Control control, UiThread uiThread, Executor worker, Function<S, V> prepare, Consumer<V> show) {
        this.control = control;
        this.uiThread = uiThread;
        this.worker = worker;
        this.prepare = prepare;
        this.show = show;
    }

    @Override
    public void accept(S snapshot) {
        if (busy) {
            waiting = Optional.of(snapshot);
            return;
        }
        busy = true;
        CompletableFuture.supplyAsync(() -> prepare.apply(snapshot), worker)
                .whenComplete((made, problem) -> uiThread.show(control, () -> made(made, problem)));
    }

    private void made(V made, Throwable problem) {
        busy = false;
        if (problem == null) {
            show.accept(made);
        } else {
            LOG.error("what a view shows could not be made", problem);
        }
        Optional<S> next = waiting;
        waiting = Optional.empty();
        next.ifPresent(this);
    }
}

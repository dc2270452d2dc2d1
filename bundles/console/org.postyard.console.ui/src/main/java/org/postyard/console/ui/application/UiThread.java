package org.postyard.console.ui.application;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/**
 * The one way from any thread to the thread of the user interface. Nothing is run for a widget that is disposed of, and a
 * {@linkplain #latest stream of values} reaches its widget at most ten times a second. Thread-safe; never blocks the caller.
 */
public final class UiThread {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    private final Display display;

    public UiThread(Display display) {
        this.display = display;
    }

    /** Runs the change soon on the user interface thread, unless the widget is disposed of by then. */
    public void show(Widget widget, Runnable change) {
        run(() -> {
            if (!widget.isDisposed()) {
                change.run();
            }
        });
    }

    /** Runs something soon on the user interface thread, if that still lives. */
    public void run(Runnable change) {
        if (!display.isDisposed()) {
            display.asyncExec(change);
        }
    }

    /**
     * A consumer for any thread that hands the newest value to the widget's own consumer on the user interface thread, at most
     * ten times a second; values that are overtaken by a newer one are dropped.
     */
    public <T> Consumer<T> latest(Widget widget, Consumer<? super T> show) {
        return new Latest<>(widget, show);
    }

    private final class Latest<T> implements Consumer<T> {

        private final Widget widget;
        private final Consumer<? super T> show;
        private final AtomicReference<T> waiting = new AtomicReference<>();
        private long lastShownNanos = System.nanoTime() - SHORTEST_INTERVAL.toNanos();

        private Latest(Widget widget, Consumer<? super T> show) {
            this.widget = widget;
            this.show = show;
        }

        @Override
        public void accept(T value) {
            if (waiting.getAndSet(value) == null) {
                run(this::schedule);
            }
        }

        private void schedule() {
            long sinceNanos = System.nanoTime() - lastShownNanos;
            long waitMillis = SHORTEST_INTERVAL.minusNanos(sinceNanos).toMillis();
            if (waitMillis <= 0) {
                showNow();
            } else {
                display.timerExec((int) waitMillis, this::showNow);
            }
        }

        private void showNow() {
            lastShownNanos = System.nanoTime();
            T value = waiting.getAndSet(null);
            if (value != null && !widget.isDisposed()) {
                show.accept(value);
            }
        }
    }
}

package org.postyard.console.ui.thread;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Widget;

/**
 * The one way from any thread to the thread of the user interface. Nothing is run for a widget that is disposed of, and a
 * {@linkplain #latest stream of values} reaches its widget at most ten times a second, and only while it can be seen.
 * Thread-safe; never blocks the caller.
 */
public final class UiThread {

    private static final int HIDDEN_RETRY_MILLIS = 200;

    private final Display display;
    private final Supplier<Duration> interval;

    /**
     * @param interval shortest time between two values of one stream; asked on the user interface thread
     */
    public UiThread(Display display, Supplier<Duration> interval) {
        this.display = display;
        this.interval = interval;
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
     * A consumer for any thread that hands the newest value to the control's own consumer on the user interface thread, at most
     * ten times a second; values that are overtaken by a newer one are dropped. A control that is hidden gets the newest value
     * when it is seen again.
     */
    public <T> Consumer<T> latest(Control control, Consumer<? super T> show) {
        return new Latest<>(control, show);
    }

    private final class Latest<T> implements Consumer<T> {

        private final Control control;
        private final Consumer<? super T> show;
        private final AtomicReference<T> waiting = new AtomicReference<>();
        private long lastShownNanos = System.nanoTime() - Duration.ofHours(1).toNanos();

        private Latest(Control control, Consumer<? super T> show) {
            this.control = control;
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
            long waitMillis = interval.get().minusNanos(sinceNanos).toMillis();
            if (waitMillis <= 0) {
                showNow();
            } else {
                display.timerExec((int) waitMillis, this::showNow);
            }
        }

        private void showNow() {
            if (control.isDisposed()) {
                return;
            }
            if (!control.isVisible()) {
                display.timerExec(HIDDEN_RETRY_MILLIS, this::showNow);
                return;
            }
            lastShownNanos = System.nanoTime();
            T value = waiting.getAndSet(null);
            if (value != null) {
                show.accept(value);
            }
        }
    }
}

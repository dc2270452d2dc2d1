package org.postyard.console.ui.thread;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how long the user interface thread leaves a question unanswered, every 50 ms, and logs each blocking of more than 100
 * ms with what the thread was doing. Owns one daemon thread; counters may be read from any thread.
 */
public final class UiWatchdog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UiWatchdog.class);
    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final int STACK_LINES = 25;

    private final Display display;
    private final Thread watched;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(UiWatchdog::daemon);
    private final AtomicLong askedNanos = new AtomicLong();
    private final AtomicLong blockings = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private boolean reported;

    public UiWatchdog(Display display) {
        this.display = display;
        this.watched = display.getThread();
    }

    /** Begins to watch; called when the first window is there, because nobody can be kept waiting by one that is not. */
    public void begin() {
        timer.scheduleAtFixedRate(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How often the thread was blocked for more than 100 ms since the start. */
    public long blockings() {
        return blockings.get();
    }

    /** The longest time that the thread left a question unanswered. */
    public Duration longest() {
        return Duration.ofNanos(longestNanos.get());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void look() {
        long asked = askedNanos.get();
        if (asked == 0) {
            ask();
        } else if (!reported && System.nanoTime() - asked > LIMIT.toNanos()) {
            reported = true;
            report();
        }
    }

    private void ask() {
        reported = false;
        long now = System.nanoTime();
        askedNanos.set(now);
        if (!display.isDisposed()) {
            display.asyncExec(() -> answer(now));
        }
    }

    private void answer(long asked) {
        long took = System.nanoTime() - asked;
        askedNanos.set(0);
        longestNanos.accumulateAndGet(took, Math::max);
        if (took > LIMIT.toNanos()) {
            blockings.incrementAndGet();
            LOG.warn(
                    "the user interface was blocked durationMs={}",
                    Duration.ofNanos(took).toMillis());
        }
    }

    private void report() {
        StringBuilder stack = new StringBuilder();
        StackTraceElement[] lines = watched.getStackTrace();
        for (int line = 0; line < Math.min(lines.length, STACK_LINES); line++) {
            stack.append("\n    at ").append(lines[line]);
        }
        LOG.warn("the user interface is blocked for more than {} ms:{}", LIMIT.toMillis(), stack);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ui-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}

package org.postyard.engine.yard;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns all queue state, so that queues and limits need no locks and cannot race. Others hand it
 * tasks; it also runs timers and, after each batch of tasks, what the batch has made necessary.
 */
final class Dispatcher implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int BATCH = 1024;
    private static final long LONGEST_REST_NANOS = 1_000_000_000L;
    private static final int FRAMES_TOLD = 12;

    private record Timer(long dueNanos, Runnable task) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(dueNanos - other.dueNanos);
        }
    }

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean resting = new AtomicBoolean();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private final Runnable afterBatch;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile String trouble = "";
    private volatile long turnNanos = System.nanoTime();

    /** @param afterBatch run on the thread after each batch of tasks and timers */
    Dispatcher(Runnable afterBatch) {
        this.afterBatch = afterBatch;
        this.thread = new Thread(this::run, "postyard-dispatcher");
    }

    void start() {
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        waiting.incrementAndGet();
        tasks.add(task);
        if (resting.get() && resting.compareAndSet(true, false)) LockSupport.unpark(thread);
    }

    /** A question with its answer, so that it can be refused when nobody is left to answer it. */
    private record Question<T>(Supplier<T> question, CompletableFuture<T> answer) implements Runnable {
        @Override
        public void run() {
            try {
                answer.complete(question.get());
            } catch (RuntimeException trouble) {
                answer.completeExceptionally(trouble);
            } catch (Error trouble) {
                answer.completeExceptionally(trouble);
                throw trouble;
            }
        }

        void refuse() {
            answer.completeExceptionally(new IllegalStateException("the engine is stopping"));
        }
    }

    /** Runs a question on the thread and gives the answer; fails if the dispatcher stops before. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        Question<T> asked = new Question<>(question, new CompletableFuture<>());
        if (running) execute(asked);
        if (!running && !thread.isAlive()) asked.refuse();
        return asked.answer;
    }

    /** What the last error in a task was, after which what the task was about may be left undone; empty if there was none. */
    String trouble() {
        return trouble;
    }

    /** For how long it has been in the same turn, and where, if that is longer than this; empty otherwise. Any thread. */
    String stuck(Duration limit) {
        Duration busy = Duration.ofNanos(System.nanoTime() - turnNanos);
        if (!running || busy.compareTo(limit) < 0) return "";
        String place = Stream.of(thread.getStackTrace())
                .limit(FRAMES_TOLD)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
        return "the dispatcher has been in one turn for " + busy.toSeconds() + " s, at " + place;
    }

    /** Runs a task once, later, on the thread. To be called on the thread only. */
    void after(long nanos, Runnable task) {
        timers.add(new Timer(System.nanoTime() + nanos, task));
    }

    /** Tasks handed over and not yet run. */
    int backlog() {
        return waiting.get();
    }

    private void run() {
        try {
            while (running) {
                turnNanos = System.nanoTime();
                boolean worked = runTasks() | runTimers();
                guarded(afterBatch);
                if (!worked) rest();
            }
        } finally {
            running = false;
            refuseQuestions();
        }
    }

    private void refuseQuestions() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            waiting.decrementAndGet();
            if (task instanceof Question<?> question) question.refuse();
        }
    }

    private boolean runTasks() {
        int done = 0;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
            waiting.decrementAndGet();
            if (++done == BATCH) break;
        }
        return done > 0;
    }

    private boolean runTimers() {
        boolean ran = false;
        long now = System.nanoTime();
        for (Timer timer = timers.peek(); timer != null && timer.dueNanos - now <= 0; timer = timers.peek()) {
            timers.remove();
            guarded(timer.task);
            ran = true;
        }
        return ran;
    }

    private void rest() {
        resting.set(true);
        if (tasks.isEmpty() && running) {
            Timer next = timers.peek();
            long nanos = next == null ? LONGEST_REST_NANOS : next.dueNanos - System.nanoTime();
            if (nanos > 0) LockSupport.parkNanos(this, Math.min(nanos, LONGEST_REST_NANOS));
        }
        resting.set(false);
    }

    /** Whatever a task throws, the others go on: nobody else could send, settle or shut down. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("a task of the dispatcher failed", failure);
        } catch (Error failure) {
            trouble = failure.toString();
            LOG.error("a task of the dispatcher ended in an error; restart the node when it suits", failure);
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

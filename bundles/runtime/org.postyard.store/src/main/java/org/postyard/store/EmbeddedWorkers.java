package org.postyard.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Threads that work in the embedded database on behalf of its callers. A thread that is interrupted while it touches a
 * file closes the file, and with it the database for everybody; these threads are known to nobody who could interrupt them.
 */
final class EmbeddedWorkers implements AutoCloseable {
    private static final int MOST_THREADS = 32;
    private static final int IDLE_SECONDS = 30;
    private static final int CLOSE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    EmbeddedWorkers() {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory factory = work -> {
            Thread thread = new Thread(work, "postyard-store-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(EmbeddedWorkers.class.getClassLoader());
            return thread;
        };
        threads = new ThreadPoolExecutor(
                MOST_THREADS, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    /** Waits for the work to end, whatever happens; an interruption is kept for afterwards. */
    <T> T call(Supplier<T> work) {
        Future<T> result = threads.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) return cause;
        if (e.getCause() instanceof Error cause) throw cause;
        return new IllegalStateException(e.getCause());
    }

    /** Lets what was begun end. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.postyard.connector.smtp;

import io.netty.channel.EventLoop;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One event loop with one coarse timer for everything that waits on it, because a timer for each command would cost
 * more than the command. All but {@link #run} is called on the loop's thread.
 */
final class Loop {
    /** Resolution of limits of time. */
    static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Something that has limits of time. */
    interface Watched {
        void tick(long nowNanos);
    }

    private final EventLoop eventLoop;
    private final Set<Watched> watched = Collections.newSetFromMap(new IdentityHashMap<>());

    Loop(EventLoop eventLoop) {
        this.eventLoop = eventLoop;
        var unused = eventLoop.scheduleAtFixedRate(this::tick, TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    /** Runs a task on the loop, at once if this is its thread; or the other one, here, if the loop has been shut down. */
    void run(Runnable task, Runnable ifShutDown) {
        if (eventLoop.inEventLoop()) {
            task.run();
            return;
        }
        try {
            eventLoop.execute(task);
        } catch (RejectedExecutionException e) {
            ifShutDown.run();
        }
    }

    void watch(Watched newcomer) {
        watched.add(newcomer);
    }

    void unwatch(Watched leaver) {
        watched.remove(leaver);
    }

    private void tick() {
        if (watched.isEmpty()) return;
        long now = System.nanoTime();
        List.copyOf(watched).forEach(one -> one.tick(now));
    }
}

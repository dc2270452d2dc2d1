package org.postyard.spool.rocksdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.api.memory.HeapShare;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the spool: takes all requests that wait, brings them to the disk with one synchronisation, and completes
 * them in order. While the disk works on one group, the next one gathers.
 */
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final long GROUP_BYTES = 4 << 20;
    private static final int GROUP_REQUESTS = 1000;
    /** More than all clients together may have in memory; who exceeds it does not keep to its share. */
    private static final long QUEUE_BYTES = HeapShare.SMTP_BODIES.bytes() + HeapShare.HTTP_BODIES.bytes();

    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RequestQueue queue = new RequestQueue();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private final Writer writer;
    private final DiskRoom room;
    private final CommitTimes times = new CommitTimes();
    private final Thread thread = new Thread(this::run, "postyard-spool");
    private volatile boolean closing;

    Committer(Writer writer, DiskRoom room) {
        this.writer = writer;
        this.room = room;
        thread.setUncaughtExceptionHandler((dead, error) -> LOG.error("the thread of the spool died", error));
    }

    void start() {
        thread.start();
    }

    /** Hands a request to the thread; refuses it at once only if the spool is closed or the disk does not answer. */
    void submit(Request request) {
        waitingBytes.addAndGet(request.sizeBytes());
        if (queue.offer(request)) return;
        waitingBytes.addAndGet(-request.sizeBytes());
        request.refuse(
                new SpoolUnavailableException(new SpoolHealth(SpoolHealth.State.BROKEN, "The spool is closed.")));
        request.complete();
    }

    /** Whether arrivals pile up faster than the disk takes them. */
    boolean overloaded() {
        return waitingBytes.get() > QUEUE_BYTES;
    }

    CommitTimes times() {
        return times;
    }

    private void run() {
        while (true) {
            queue.drainTo(waiting);
            if (!waiting.isEmpty()) {
                commit();
            } else if (closing && queue.closeIfEmpty()) {
                return;
            } else if (!closing) {
                writer.healIfDue();
                queue.await(IDLE_NANOS);
            }
        }
    }

    private void commit() {
        List<Request> group = nextGroup();
        writer.healIfDue();
        boolean roomy = room.roomy();
        if (roomy) room.restoreBallast();
        else group.stream().filter(Request::arrival).forEach(this::refuseForLackOfRoom);
        List<Request> taken =
                group.stream().filter(request -> !request.refused()).toList();
        times.starts();
        try {
            writer.write(taken);
        } catch (RuntimeException | LinkageError failure) {
            LOG.error("writing failed requests={}", taken.size(), failure);
            SpoolHealth health = new SpoolHealth(SpoolHealth.State.BROKEN, "The spool failed: " + failure);
            taken.forEach(request -> request.refuse(new SpoolUnavailableException(health)));
        } finally {
            times.ends(taken.size());
        }
        for (Request request : group) {
            waitingBytes.addAndGet(-request.sizeBytes());
            request.complete();
        }
    }

    private List<Request> nextGroup() {
        List<Request> group = new ArrayList<>();
        long bytes = 0;
        while (!waiting.isEmpty() && group.size() < GROUP_REQUESTS && bytes < GROUP_BYTES) {
            Request request = waiting.remove();
            bytes += request.sizeBytes();
            group.add(request);
        }
        return group;
    }

    private void refuseForLackOfRoom(Request arrival) {
        arrival.refuse(new SpoolUnavailableException(new SpoolHealth(SpoolHealth.State.FULL, room.reason())));
    }

    /** Writes what waits, then ends the thread; what comes later is refused. */
    @Override
    public void close() {
        closing = true;
        queue.wake(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                // The database must not be closed under a write that is under way.
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}

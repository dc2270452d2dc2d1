package org.postyard.spool.rocksdb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;

/**
 * Requests of many threads for one: a linked stack that is taken as a whole and turned round. Lock-free; putting one costs one
 * atomic operation, and wakes the taker only if it sleeps.
 */
final class RequestQueue {
    private static final Request CLOSED = new Closed();

    private final AtomicReference<@Nullable Request> newest = new AtomicReference<>();
    private volatile @Nullable Thread sleeper;

    /** Puts a request at the end; false if the queue is closed. */
    boolean offer(Request request) {
        Request before;
        do {
            before = newest.get();
            if (before == CLOSED) return false;
            request.earlier = before;
        } while (!newest.compareAndSet(before, request));
        if (before == null) LockSupport.unpark(sleeper);
        return true;
    }

    /** Takes all requests that are there, in order, to the end of the list. For one thread. */
    void drainTo(Deque<Request> taken) {
        Request request = newest.getAndSet(null);
        Deque<Request> turned = new ArrayDeque<>();
        while (request != null) {
            turned.push(request);
            Request earlier = request.earlier;
            request.earlier = null;
            request = earlier;
        }
        taken.addAll(turned);
    }

    /** Waits until there is a request, somebody calls {@link #wake}, or the time is over; may return early. For one thread. */
    void await(long nanos) {
        sleeper = Thread.currentThread();
        if (newest.get() == null) LockSupport.parkNanos(this, nanos);
        sleeper = null;
    }

    void wake(Thread taker) {
        LockSupport.unpark(taker);
    }

    /** Takes no more, if it is empty. */
    boolean closeIfEmpty() {
        return newest.compareAndSet(null, CLOSED);
    }

    /** The mark of a closed queue. */
    private static final class Closed extends Request {
        Closed() {
            super(List.of());
        }

        @Override
        void describe(Draft draft) throws RocksDBException {
            throw new IllegalStateException("not a request");
        }

        @Override
        void remember(Memory memory) {
            throw new IllegalStateException("not a request");
        }

        @Override
        boolean arrival() {
            return false;
        }

        @Override
        long sizeBytes() {
            return 0;
        }
    }
}

package org.postyard.engine.slot;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.postyard.api.operation.SlotStatus;
import org.postyard.api.operation.SlotStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's holder of one plug-in service: it gives leases while it is open and knows when the last one has ended.
 *
 * <p>This is the one place that calls plug-ins, so it is also the one place that catches what a broken plug-in throws.
 * After {@value #FAILURES_UNTIL_CLOSED} failures in a row the slot closes itself. Thread-safe by atomics.
 */
public final class Slot<T> {
    static final int FAILURES_UNTIL_CLOSED = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final SlotOwner owner;
    private final T service;
    private final AtomicInteger leases = new AtomicInteger();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicInteger failuresInRow = new AtomicInteger();
    private volatile State state = State.OPEN;
    private volatile String reason = "in service";

    Slot(SlotOwner owner, T service) {
        this.owner = owner;
        this.service = service;
    }

    public SlotOwner owner() {
        return owner;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Calls the service under a lease that ends with the call; empty if the slot is not open or the plug-in threw. */
    public <R> Optional<R> call(Function<T, R> call) {
        if (!acquire()) return Optional.empty();
        try {
            Optional<R> result = guarded(() -> call.apply(service));
            if (result.isPresent()) failuresInRow.set(0);
            return result;
        } finally {
            leases.decrementAndGet();
        }
    }

    /** As {@link #call}, but the lease lasts until the stage has completed. */
    public <R> Optional<CompletionStage<R>> begin(Function<T, CompletionStage<R>> call) {
        if (!acquire()) return Optional.empty();
        Optional<CompletionStage<R>> stage = guarded(() -> call.apply(service));
        if (stage.isEmpty()) leases.decrementAndGet();
        stage.ifPresent(begun -> begun.whenComplete((result, trouble) -> {
            leases.decrementAndGet();
            if (trouble == null) failuresInRow.set(0);
            else failed(trouble);
        }));
        return stage;
    }

    private boolean acquire() {
        leases.incrementAndGet();
        if (state == State.OPEN) return true;
        leases.decrementAndGet();
        return false;
    }

    private <R> Optional<R> guarded(java.util.function.Supplier<R> call) {
        calls.incrementAndGet();
        try {
            return Optional.of(call.get());
        } catch (RuntimeException | LinkageError trouble) {
            failed(trouble);
            return Optional.empty();
        }
    }

    private void failed(Throwable trouble) {
        failures.incrementAndGet();
        LOG.warn("plug-in failed kind={} id={} bundle={}", owner.kind(), owner.id(), owner.bundle(), trouble);
        if (failuresInRow.incrementAndGet() >= FAILURES_UNTIL_CLOSED && state == State.OPEN)
            close("closed after " + FAILURES_UNTIL_CLOSED + " failures in a row, the last: " + trouble);
    }

    void drain(String why) {
        if (state == State.OPEN) {
            state = State.DRAINING;
            reason = why;
        }
    }

    /** Serves again, after a drain or after too many failures. */
    void reopen() {
        failuresInRow.set(0);
        reason = "in service";
        state = State.OPEN;
    }

    void close(String why) {
        state = State.CLOSED;
        reason = why;
    }

    int leases() {
        return leases.get();
    }

    SlotStatus status() {
        return new SlotStatus(
                owner.kind(),
                owner.id(),
                owner.serviceId(),
                owner.bundle(),
                owner.version(),
                state,
                leases.get(),
                calls.get(),
                failures.get(),
                reason);
    }
}

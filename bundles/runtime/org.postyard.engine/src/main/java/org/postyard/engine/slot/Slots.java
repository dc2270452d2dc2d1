package org.postyard.engine.slot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.postyard.api.operation.SlotStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All slots of one kind of plug-in, keyed by {@code service.id}. Thread-safe. */
public final class Slots<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LAST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ConcurrentHashMap<Long, Slot<T>> slots = new ConcurrentHashMap<>();

    public Slot<T> bind(SlotOwner owner, T service) {
        Slot<T> slot = new Slot<>(owner, service);
        slots.put(owner.serviceId(), slot);
        LOG.info(
                "slot open kind={} id={} bundle={} version={}",
                owner.kind(),
                owner.id(),
                owner.bundle(),
                owner.version());
        return slot;
    }

    /**
     * Drains and closes a slot; returns when no call is under way any more, at the latest after seven seconds, so that the
     * provider is deactivated only after that.
     *
     * @param draining told at once, to stop using what the slot gave (idle conversations)
     * @param cut told after five seconds, to end what is still under way
     */
    public void unbind(long serviceId, Consumer<Slot<T>> draining, Consumer<Slot<T>> cut) {
        Slot<T> slot = slots.get(serviceId);
        if (slot == null) return;
        slot.drain("its service is going away");
        draining.accept(slot);
        if (!idleWithin(slot, PATIENCE_NANOS)) {
            cut.accept(slot);
            idleWithin(slot, LAST_PATIENCE_NANOS);
        }
        slot.close("its service is gone");
        slots.remove(serviceId);
        LOG.info(
                "slot closed kind={} id={} leases={}",
                slot.owner().kind(),
                slot.owner().id(),
                slot.leases());
    }

    /**
     * Gives the slots of a bundle no new leases; returns at once.
     *
     * @param draining told of each of them, to stop using what the slot gave
     * @return how many
     */
    public int drain(String bundle, String why, Consumer<Slot<T>> draining) {
        List<Slot<T>> open = ofBundle(bundle).filter(Slot::open).toList();
        for (Slot<T> slot : open) {
            slot.drain(why);
            draining.accept(slot);
            LOG.info(
                    "slot draining kind={} id={} reason={}",
                    slot.owner().kind(),
                    slot.owner().id(),
                    why);
        }
        return open.size();
    }

    /** Opens the slots of a bundle again; returns how many were not open. */
    public int reopen(String bundle) {
        List<Slot<T>> shut = ofBundle(bundle).filter(slot -> !slot.open()).toList();
        shut.forEach(Slot::reopen);
        return shut.size();
    }

    private Stream<Slot<T>> ofBundle(String bundle) {
        return slots.values().stream().filter(slot -> slot.owner().bundle().equals(bundle));
    }

    private static boolean idleWithin(Slot<?> slot, long nanos) {
        long end = System.nanoTime() + nanos;
        while (slot.leases() > 0) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) return false;
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    /** The open slot of an id with the highest ranking, the oldest of equals. */
    public Optional<Slot<T>> open(String id) {
        Slot<T> best = null;
        for (Slot<T> slot : slots.values()) {
            if (slot.open() && slot.owner().id().equals(id) && (best == null || better(slot, best))) best = slot;
        }
        return Optional.ofNullable(best);
    }

    private static boolean better(Slot<?> slot, Slot<?> other) {
        int byRanking = Integer.compare(slot.owner().ranking(), other.owner().ranking());
        return byRanking > 0
                || (byRanking == 0 && slot.owner().serviceId() < other.owner().serviceId());
    }

    public List<SlotStatus> statuses() {
        return slots.values().stream()
                .map(Slot::status)
                .sorted(Comparator.comparing(SlotStatus::kind).thenComparing(SlotStatus::id))
                .toList();
    }
}

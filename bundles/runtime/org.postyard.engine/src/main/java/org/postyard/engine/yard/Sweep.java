package org.postyard.engine.yard;

import java.util.List;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.EventKind;
import org.postyard.engine.path.Path;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.ScheduledQueue;

/**
 * Ends due mail whose time is up although nothing moves, looks again at what is blocked (a cap may have reopened), makes
 * room in memory, and forgets queues, lanes and paths that nobody uses. Dispatcher thread only; now and then.
 */
final class Sweep {
    private static final long QUEUE_IDLE_MILLIS = 60_000;

    private final YardState state;
    private final YardServices services;
    private final Settling settling;
    private final Domains domains;
    private final Loader loader;
    private final Waking waking;

    Sweep(YardState state, YardServices services, Settling settling, Domains domains, Loader loader, Waking waking) {
        this.state = state;
        this.services = services;
        this.settling = settling;
        this.domains = domains;
        this.loader = loader;
        this.waking = waking;
    }

    void sweep() {
        long now = services.clock().millis();
        for (ScheduledQueue queue : List.copyOf(state.queues())) {
            if (queue.recipients(State.DUE) > 0) expire(queue, now);
            if (!queue.empty()) domains.refresh(queue);
            if (!queue.held() && queue.idleMillis(now) > QUEUE_IDLE_MILLIS) forget(queue);
        }
        if (loader.wanted()) makeRoom();
        state.forgetUnusedLanes();
        for (Path path : List.copyOf(state.paths())) {
            path.lanes().removeIf(Lane::unused);
            if (forgettable(path)) state.remove(path);
        }
        for (Lane lane : state.lanes()) if (lane.hasDue()) lane.touch();
    }

    /** Lets go of the content of all that is due and does not leave, so that what cannot leave does not keep the others from loading. */
    private void makeRoom() {
        for (Lane lane : state.lanes()) lane.unload().forEach(waking::dueAgain);
        for (ScheduledQueue queue : state.queues())
            if (queue.recipients(State.DUE) > 0)
                queue.each(consignment -> {
                    if (consignment.state() == State.DUE) loader.cool(consignment.track());
                });
    }

    /** A path that is forgotten forgets what it has sent of late; so it stays until its rate has recovered. */
    private static boolean forgettable(Path path) {
        return path.unused()
                && path.failures() == 0
                && path.lanes().isEmpty()
                && path.rateWaitNanos(System.nanoTime()) == 0;
    }

    private void expire(ScheduledQueue queue, long now) {
        String reason = queue.lane().map(lane -> lane.blockedBecause()).orElse(queue.waitReason());
        SmtpReply reply = new SmtpReply(450, "4.4.7", "Not delivered in time; given up. It waited because: " + reason);
        queue.each(consignment -> {
            if (consignment.state() == State.DUE && consignment.track().expiresAtMillis() <= now)
                settling.end(consignment, EventKind.EXPIRED, reply);
        });
    }

    private void forget(ScheduledQueue queue) {
        queue.detach();
        state.forget(queue);
        domains.forget(queue);
    }
}

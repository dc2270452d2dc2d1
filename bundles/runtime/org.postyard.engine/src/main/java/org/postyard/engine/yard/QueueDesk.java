package org.postyard.engine.yard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.EventKind;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.QueueFilter;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.QueueKey;
import org.postyard.engine.queue.ScheduledQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators do with queues: hold, release, reroute, expedite, delete. Dispatcher thread only. */
final class QueueDesk {
    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);
    private static final int SLICE = 2_000;
    private static final long PAUSE_NANOS = 20_000_000L;

    private final YardState state;
    private final YardServices services;
    private final Dispatcher dispatcher;
    private final Settling settling;
    private final Waking waking;
    private final DirectiveWriter directives;

    QueueDesk(
            YardState state,
            YardServices services,
            Dispatcher dispatcher,
            Settling settling,
            Waking waking,
            DirectiveWriter directives) {
        this.state = state;
        this.services = services;
        this.dispatcher = dispatcher;
        this.settling = settling;
        this.waking = waking;
        this.directives = directives;
    }

    List<ScheduledQueue> matching(QueueFilter filter) {
        return state.queues().stream()
                .filter(queue -> matches(filter, queue.key()))
                .toList();
    }

    private static boolean matches(QueueFilter filter, QueueKey key) {
        return filter.matches(key.tenant(), key.campaign(), key.domain(), key.pool());
    }

    /** Holds at once; the stage completes when the hold would survive a restart, or says that it would not yet. */
    CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author) {
        String because = "held by " + author + (reason.isEmpty() ? "" : ": " + reason);
        state.holds.put(filter, because);
        CompletionStage<String> written = directives.write(store -> store.put(Holds.directive(filter), because));
        long recipients = 0;
        List<ScheduledQueue> queues = matching(filter);
        for (ScheduledQueue queue : queues) {
            queue.hold(because);
            recall(queue);
            recipients += queue.recipients();
        }
        LOG.info("queues held queues={} recipients={} author={}", queues.size(), recipients, author);
        long held = recipients;
        return written.thenApply(addition -> new ActionResult(
                true,
                held,
                "held " + counted(queues.size(), "queue") + " with " + counted(held, "recipient")
                        + ", and new mail there will be, too; what is in a conversation ends normally" + addition));
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** Takes back what is on its way to a conversation but not begun. */
    private void recall(ScheduledQueue queue) {
        List<Consignment> ready = new ArrayList<>();
        queue.each(consignment -> {
            if (consignment.state() == State.READY || consignment.state() == State.LOADING) ready.add(consignment);
        });
        for (int i = ready.size() - 1; i >= 0; i--) waking.dueAgain(ready.get(i));
    }

    /** Ends the holds that lie within a filter; queues that a broader one covers stay held by it. As {@link #hold}. */
    CompletionStage<ActionResult> release(QueueFilter filter, String author) {
        List<QueueFilter> ended = state.holds.removeWithin(filter);
        CompletionStage<String> written =
                directives.write(store -> ended.forEach(hold -> store.remove(Holds.directive(hold))));
        long recipients = 0;
        int released = 0;
        int stillHeld = 0;
        for (ScheduledQueue queue : matching(filter)) {
            if (!queue.held()) continue;
            Optional<String> other = state.holds.reasonFor(queue.key());
            if (other.isPresent()) {
                queue.hold(other.get());
                stillHeld++;
                continue;
            }
            queue.release();
            released++;
            recipients += queue.recipients();
        }
        LOG.info("queues released queues={} recipients={} author={}", released, recipients, author);
        ActionResult result = released(!ended.isEmpty(), released, recipients, stillHeld);
        return written.thenApply(
                addition -> new ActionResult(result.done(), result.touched(), result.text() + addition));
    }

    private static ActionResult released(boolean ended, int released, long recipients, int stillHeld) {
        String rest = stillHeld == 0
                ? ""
                : "; " + counted(stillHeld, "queue") + (stillHeld == 1 ? " stays" : " stay")
                        + " held by a broader hold";
        if (released == 0 && !ended)
            return new ActionResult(
                    false, 0, "nothing that matches was held" + (rest.isEmpty() ? "" : " by itself" + rest));
        return new ActionResult(
                true,
                recipients,
                "released " + counted(released, "queue") + " with " + counted(recipients, "recipient") + rest);
    }

    CompletionStage<ActionResult> reroute(QueueFilter filter, String pool, String author) {
        if (state.pool(pool).isEmpty())
            return CompletableFuture.completedFuture(
                    new ActionResult(false, 0, "there is no pool '" + pool + "' in the fleet"));
        LOG.info("reroute pool={} author={}", pool, author);
        return inSlices(
                filter,
                consignment -> movable(consignment)
                        && !consignment.queue().key().pool().equals(pool),
                consignment -> move(consignment, pool),
                "rerouted to pool '" + pool + "'");
    }

    /** Whether it can be taken from where it is: an attempt that has begun, and an outcome, take their course. */
    static boolean movable(Consignment consignment) {
        return switch (consignment.state()) {
            case WAITING, DUE, LOADING, READY -> true;
            case IN_FLIGHT, SETTLING, ENDED -> false;
        };
    }

    /** Moves a consignment to the queue of another pool; it keeps its time. */
    void move(Consignment consignment, String pool) {
        ScheduledQueue from = consignment.queue();
        QueueKey key = new QueueKey(
                from.key().tenant(), from.key().campaign(), from.key().domain(), pool);
        ScheduledQueue to = state.queue(key);
        from.remove(consignment);
        to.add(consignment);
        if (consignment.state() != State.WAITING) waking.due(consignment);
    }

    CompletionStage<ActionResult> expedite(QueueFilter filter, String author) {
        LOG.info("expedite author={}", author);
        return inSlices(
                filter,
                consignment -> consignment.state() == State.WAITING,
                consignment -> {
                    consignment.dueAt(services.clock().millis());
                    waking.due(consignment);
                },
                "due now");
    }

    CompletionStage<ActionResult> delete(QueueFilter filter, String reason, String author) {
        SmtpReply reply = new SmtpReply(550, "5.0.0", "deleted by " + author + (reason.isEmpty() ? "" : ": " + reason));
        LOG.info("delete queued mail author={}", author);
        return inSlices(
                filter,
                QueueDesk::movable,
                consignment -> settling.end(consignment, EventKind.CANCELLED, reply),
                "cancelled");
    }

    /** Does something with many consignments without keeping the yard from its work. */
    private CompletionStage<ActionResult> inSlices(
            QueueFilter filter, Predicate<Consignment> wanted, Consumer<Consignment> action, String participle) {
        long newest = state.lastArrival();
        Slices slices = new Slices(
                filter,
                consignment -> consignment.track().id().value() <= newest && wanted.test(consignment),
                action,
                participle);
        slices.begin();
        return slices.done;
    }

    /** One action on many consignments, with a pause after each slice. */
    private final class Slices {
        private final QueueFilter filter;
        private final Predicate<Consignment> wanted;
        private final Consumer<Consignment> action;
        private final String participle;
        private final CompletableFuture<ActionResult> done = new CompletableFuture<>();
        private final ArrayDeque<Consignment> chosen = new ArrayDeque<>();
        private long touched;

        Slices(QueueFilter filter, Predicate<Consignment> wanted, Consumer<Consignment> action, String participle) {
            this.filter = filter;
            this.wanted = wanted;
            this.action = action;
            this.participle = participle;
        }

        void begin() {
            for (ScheduledQueue queue : matching(filter))
                queue.each(consignment -> {
                    if (wanted.test(consignment)) chosen.add(consignment);
                });
            slice(chosen.size() > SLICE);
        }

        /** @param several whether the yard has had turns in between, so that consignments may have been split meanwhile */
        private void slice(boolean several) {
            for (int i = 0; i < SLICE && !chosen.isEmpty(); i++) {
                Consignment consignment = chosen.remove();
                if (!wanted.test(consignment)) continue;
                touched += consignment.recipients().length;
                action.accept(consignment);
            }
            if (!chosen.isEmpty()) dispatcher.after(PAUSE_NANOS, () -> slice(several));
            else if (several) begin();
            else
                done.complete(new ActionResult(
                        touched > 0,
                        touched,
                        touched == 0 ? "nothing matched" : counted(touched, "recipient") + " " + participle));
        }
    }
}

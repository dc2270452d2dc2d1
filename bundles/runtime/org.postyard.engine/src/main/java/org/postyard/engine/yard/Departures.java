package org.postyard.engine.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Content;
import org.postyard.api.message.Recipient;
import org.postyard.api.suppression.Suppression;
import org.postyard.engine.path.Attempt;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.Lane;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is ready on a path: makes transactions in its conversations and hands their results to be settled. Dispatcher thread only. */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final YardState state;
    private final YardServices services;
    private final YardSettings settings;
    private final Dispatcher dispatcher;
    private final Settling settling;
    private final Conversations conversations;
    private final Waking waking;

    Departures(
            YardState state,
            YardServices services,
            YardSettings settings,
            Dispatcher dispatcher,
            Settling settling,
            Conversations conversations,
            Waking waking) {
        this.state = state;
        this.services = services;
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.settling = settling;
        this.conversations = conversations;
        this.waking = waking;
    }

    /** Starts whatever the path can start now. */
    void work(Path path) {
        if (path.retired() || !path.source().server().accepts()) {
            conversations.returnReady(path);
            return;
        }
        long now = System.nanoTime();
        while (path.hasReady()) {
            if (path.capRoom(services.clock().millis()) == 0) {
                conversations.returnReady(path);
                return;
            }
            long wait = path.rateWaitNanos(now);
            if (wait > 0) {
                dispatcher.after(wait, () -> state.touch(path));
                return;
            }
            Conversation conversation = idleConversation(path);
            if (conversation == null) {
                conversations.open(path);
                return;
            }
            Consignment consignment = path.takeReady();
            if (consignment != null) depart(conversation, consignment);
            else {
                path.rest(conversation);
                path.lanes().forEach(Lane::touch);
            }
        }
    }

    private @Nullable Conversation idleConversation(Path path) {
        for (Conversation idle = path.takeIdle(); idle != null; idle = path.takeIdle()) {
            if (idle.session().reusable() && idle.slot().open() && !path.overLimit()) return idle;
            conversations.close(idle);
        }
        return null;
    }

    // --- transactions

    private void depart(Conversation conversation, Consignment first) {
        if (settling.expired(first)) {
            conversation.path().rest(conversation);
            return;
        }
        HotMessage hot = first.track().hot();
        if (hot == null) {
            waking.dueAgain(first);
            conversation.path().rest(conversation);
            return;
        }
        List<Consignment> consignments = companions(conversation.path(), first);
        consignments.removeIf(consignment -> suppressed(consignment, hot));
        if (consignments.isEmpty()) {
            conversation.path().rest(conversation);
            return;
        }
        begin(conversation, consignments, hot);
    }

    /** Consignments of the same message that can leave in the same transaction, within the limit of recipients. */
    private List<Consignment> companions(Path path, Consignment first) {
        int limit = (int) Math.min(
                path.limits().recipientsPerMessage(),
                path.capRoom(services.clock().millis()));
        List<Consignment> together = new ArrayList<>(1);
        together.add(limited(first, Math.max(1, limit)));
        int recipients = first.recipients().length;
        Optional<Lane> lane = first.queue().lane();
        for (Consignment other : List.copyOf(first.track().consignments())) {
            boolean waitsHere = other.heldBy(path)
                    || (other.state() == State.DUE
                            && !other.queue().held()
                            && other.queue().lane().equals(lane));
            boolean joins = other != first && waitsHere && recipients + other.recipients().length <= limit;
            if (!joins) continue;
            other.queue().enter(other, State.READY);
            together.add(other);
            recipients += other.recipients().length;
        }
        return together;
    }

    /** Cuts a consignment down to the limit; the rest goes back to the front of its queue. */
    private Consignment limited(Consignment consignment, int limit) {
        int[] all = consignment.recipients();
        if (all.length <= limit) return consignment;
        Consignment rest = consignment.split(
                java.util.Arrays.copyOf(all, limit), java.util.Arrays.copyOfRange(all, limit, all.length));
        consignment.queue().add(rest);
        waking.dueAgain(rest);
        return consignment;
    }

    /** Checks the suppressions once more; a consignment with a suppressed recipient is settled first and comes back without it. */
    private boolean suppressed(Consignment consignment, HotMessage hot) {
        String tenant = hot.message().handling().tenant();
        List<Recipient> recipients = hot.message().envelope().recipients();
        List<Integer> staying = new ArrayList<>(1);
        List<Integer> leaving = new ArrayList<>(0);
        String reason = "";
        for (int recipient : consignment.recipients()) {
            Optional<Suppression> match =
                    services.suppressions().match(recipients.get(recipient).address(), tenant);
            if (match.isEmpty()) staying.add(recipient);
            else {
                leaving.add(recipient);
                reason = SuppressionReasons.sentence(match.get());
            }
        }
        if (leaving.isEmpty()) return false;
        Consignment ending = consignment;
        if (!staying.isEmpty()) {
            Consignment rest = consignment.split(ints(leaving), ints(staying));
            consignment.queue().add(rest);
            waking.dueAgain(rest);
        }
        settling.end(ending, EventKind.SUPPRESSED, new SmtpReply(550, "5.7.1", reason));
        return true;
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private void begin(Conversation conversation, List<Consignment> consignments, HotMessage hot) {
        int count = consignments.stream()
                .mapToInt(consignment -> consignment.recipients().length)
                .sum();
        int[] indexes = new int[count];
        List<Recipient> recipients = new ArrayList<>(count);
        int next = 0;
        for (Consignment consignment : consignments) {
            consignment.queue().enter(consignment, State.IN_FLIGHT);
            for (int recipient : consignment.recipients()) {
                indexes[next++] = recipient;
                recipients.add(hot.message().envelope().recipients().get(recipient));
            }
        }
        Path path = conversation.path();
        long startedMillis = services.clock().millis();
        path.use(startedMillis, count);
        path.becomesBusy();
        Attempt attempt = new Attempt(
                new OutboundMessage(hot.message(), hot.content(), recipients),
                consignments,
                indexes,
                consignments.get(0).queue().key().pool(),
                startedMillis,
                System.nanoTime(),
                services.spool().markInFlight(hot.message().id()));
        conversation.begins(attempt);
        List<DepartureStage> stages = services.departureStages().get();
        if (stages.isEmpty()) deliver(conversation, attempt, attempt.outbound());
        else prepare(conversation, attempt, stages);
    }

    private void prepare(Conversation conversation, Attempt attempt, List<DepartureStage> stages) {
        services.work().execute(() -> {
            OutboundMessage outbound = attempt.outbound();
            try {
                Content content = outbound.content();
                for (DepartureStage stage : stages)
                    content = stage.prepare(
                            new OutboundMessage(outbound.message(), content, outbound.recipients()),
                            conversation.path().path());
                OutboundMessage prepared = new OutboundMessage(outbound.message(), content, outbound.recipients());
                dispatcher.execute(() -> deliver(conversation, attempt, prepared));
            } catch (RuntimeException | LinkageError trouble) {
                LOG.error(
                        "a departure stage failed message={}",
                        outbound.message().id(),
                        trouble);
                dispatcher.execute(() -> unsent(conversation, attempt, "A departure stage failed: " + trouble));
            }
        });
    }

    /** Our own side could not even begin: tried again by the timetable, and nothing is said of the peer. */
    private void unsent(Conversation conversation, Attempt attempt, String reason) {
        conversation.path().giveBack(attempt.startedMillis(), attempt.recipients().length);
        AttemptResult result = new AttemptResult.Deferred(new SmtpReply(451, "4.3.0", reason), Optional.empty(), true);
        finish(conversation, attempt, all(attempt, result), System.nanoTime());
    }

    private void deliver(Conversation conversation, Attempt attempt, OutboundMessage outbound) {
        Optional<CompletionStage<List<RecipientResult>>> stage = conversation
                .slot()
                .begin(connector ->
                        conversation.session().deliver(outbound, Deadline.in(settings.transactionTimeout())));
        if (stage.isEmpty()) {
            ended(conversation, attempt, notAttempted(attempt, "the connector is going away"));
            return;
        }
        stage.get()
                .whenComplete((results, trouble) -> dispatcher.execute(() -> ended(
                        conversation,
                        attempt,
                        trouble == null && complete(results, attempt)
                                ? results
                                : unknown(attempt, "the connector failed: " + trouble))));
    }

    private static boolean complete(List<RecipientResult> results, Attempt attempt) {
        boolean[] seen = new boolean[attempt.recipients().length];
        for (RecipientResult result : results) {
            if (result.index() < 0 || result.index() >= seen.length || seen[result.index()]) return false;
            seen[result.index()] = true;
        }
        return results.size() == seen.length;
    }

    private static List<RecipientResult> notAttempted(Attempt attempt, String reason) {
        AttemptResult result = new AttemptResult.Deferred(new SmtpReply(451, "4.3.0", reason), Optional.empty(), false);
        return all(attempt, result);
    }

    private static List<RecipientResult> unknown(Attempt attempt, String reason) {
        return all(attempt, new AttemptResult.Unconfirmed(new SmtpReply(451, "4.3.0", reason)));
    }

    private static List<RecipientResult> all(Attempt attempt, AttemptResult result) {
        List<RecipientResult> results = new ArrayList<>();
        for (int i = 0; i < attempt.recipients().length; i++) results.add(new RecipientResult(i, result));
        return results;
    }

    private void ended(Conversation conversation, Attempt attempt, List<RecipientResult> results) {
        long now = System.nanoTime();
        judge(conversation, attempt, results, now, (now - attempt.startedNanos()) / 1_000_000);
        finish(conversation, attempt, results, now);
    }

    private void finish(Conversation conversation, Attempt attempt, List<RecipientResult> results, long now) {
        Path path = conversation.path();
        conversation.ends(now);
        path.becomesFree();
        boolean full =
                conversation.messages() >= path.limits().messagesPerConnection() || path.retired() || path.overLimit();
        if (full
                || conversation.cut()
                || !conversation.slot().open()
                || !conversation.session().reusable()) conversations.close(conversation);
        else path.rest(conversation);
        settling.attempted(conversation, attempt, results, (now - attempt.startedNanos()) / 1_000_000);
        conversations.wakeLanes(path);
    }

    /** What the results say about path and server: anything the peer said is a sign of life. */
    private void judge(
            Conversation conversation, Attempt attempt, List<RecipientResult> results, long now, long durationMillis) {
        Path path = conversation.path();
        ServerTrack server = path.source().server();
        boolean untouched = results.stream()
                .allMatch(
                        result -> result.result() instanceof AttemptResult.Deferred deferred && !deferred.attempted());
        boolean silent = results.stream().allMatch(result -> noAnswer(result.result()));
        if (untouched) path.giveBack(attempt.startedMillis(), attempt.recipients().length);
        if (conversation.cut() || (untouched && !conversation.slot().open())) return;
        if (untouched && conversation.messages() <= 1) {
            long until = path.failed(results.get(0).result().reply().toString(), now, 0);
            dispatcher.after(Math.max(1, until - now), () -> conversations.wakeLanes(path));
        }
        if (silent) {
            if (server.fixedPeer()) server.troubleSince(attempt.startedNanos());
            return;
        }
        if (untouched) return;
        path.succeeded();
        path.source().traffic().transaction(services.clock().millis(), durationMillis);
        server.traffic().transaction(services.clock().millis(), durationMillis);
        if (server.aliveAt(services.clock().instant(), now)) {
            LOG.info("server is back in service server={}", server.server().id());
            state.touchLanes();
        }
    }

    /** Connectors report the absence of an answer as 4.4.x (RFC 3463 §3.5). */
    private static boolean noAnswer(AttemptResult result) {
        boolean undecided = result instanceof AttemptResult.Deferred || result instanceof AttemptResult.Unconfirmed;
        return undecided && result.reply().enhancedCode().startsWith("4.4.");
    }
}

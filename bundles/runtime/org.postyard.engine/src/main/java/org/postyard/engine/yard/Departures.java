package org.postyard.engine.yard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.DepartureStage;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Content;
import org.postyard.api.message.Recipient;
import org.postyard.api.suppression.Suppression;
import org.postyard.engine.outcome.BounceClassifier;
import org.postyard.engine.path.Attempt;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.slot.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is ready on a path: opens and reuses conversations, makes transactions, hands their results to be settled. Dispatcher thread only. */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final long REJECTED_BACKOFF_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long UNUSABLE_NANOS = Duration.ofSeconds(30).toNanos();

    private final YardState state;
    private final YardServices services;
    private final YardSettings settings;
    private final Dispatcher dispatcher;
    private final Settling settling;
    private final Waking waking;
    private final BounceClassifier classifier = new BounceClassifier();

    Departures(
            YardState state,
            YardServices services,
            YardSettings settings,
            Dispatcher dispatcher,
            Settling settling,
            Waking waking) {
        this.state = state;
        this.services = services;
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.settling = settling;
        this.waking = waking;
    }

    /** Starts whatever the path can start now. */
    void work(Path path) {
        if (path.retired() || !path.source().server().accepts()) {
            returnReady(path);
            return;
        }
        long now = System.nanoTime();
        while (path.hasReady()) {
            if (path.capRoom(services.clock().millis()) == 0) {
                returnReady(path);
                return;
            }
            long wait = path.rateWaitNanos(now);
            if (wait > 0) {
                dispatcher.after(wait, () -> state.touch(path));
                return;
            }
            Conversation conversation = idleConversation(path);
            if (conversation == null) {
                connect(path);
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
            close(idle);
        }
        return null;
    }

    /** Ends a conversation that has nothing under way. */
    void close(Conversation conversation) {
        conversation.path().leave(conversation);
        conversation.session().close();
        conversation.path().source().server().nextWaiting().ifPresent(state::touch);
    }

    /** Gives back what is ready but not begun, so that others can do it. */
    void returnReady(Path path) {
        for (Consignment consignment : path.emptyReady()) waking.dueAgain(consignment);
    }

    // --- opening conversations

    private void connect(Path path) {
        while (path.mayConnect()) {
            Optional<Slot<Connector>> slot =
                    services.connectors().open(path.source().source().connector());
            if (slot.isEmpty()) {
                returnReady(path);
                return;
            }
            long began = System.nanoTime();
            path.connectBegins(began);
            Optional<CompletionStage<ConnectResult>> stage = slot.get()
                    .begin(connector -> connector.connect(path.path(), Deadline.in(settings.connectTimeout())));
            if (stage.isEmpty()) {
                cannotUse(path, "its connector failed; see the log");
                return;
            }
            stage.get()
                    .whenComplete((result, trouble) -> dispatcher.execute(() -> {
                        if (trouble != null) cannotUse(path, "its connector failed: " + trouble);
                        else connected(path, slot.get(), result, began);
                    }));
        }
    }

    private void connected(Path path, Slot<Connector> slot, ConnectResult result, long beganNanos) {
        result.fold(new ConnectResult.Cases<Runnable>() {
                    @Override
                    public Runnable connected(ConnectResult.Connected connected) {
                        return () ->
                                welcome(path, new Conversation(path, connected.session(), slot, System.nanoTime()));
                    }

                    @Override
                    public Runnable unreachable(ConnectResult.Unreachable unreachable) {
                        return () -> notConnected(path, unreachable.peer(), unreachable.reply(), 0, beganNanos);
                    }

                    @Override
                    public Runnable rejected(ConnectResult.Rejected rejected) {
                        return () -> notConnected(
                                path, rejected.peer(), rejected.reply(), REJECTED_BACKOFF_NANOS, beganNanos);
                    }

                    @Override
                    public Runnable unusable(ConnectResult.Unusable unusable) {
                        return () -> cannotUse(path, unusable.reason());
                    }
                })
                .run();
        wakeLanes(path);
    }

    private void welcome(Path path, Conversation conversation) {
        path.connected(conversation);
        path.source().usable();
        path.source().server().sign(System.nanoTime());
        if (path.retired() || !conversation.slot().open()) close(conversation);
    }

    private void notConnected(Path path, String peer, SmtpReply reply, long atLeastNanos, long beganNanos) {
        path.connectFailed();
        ServerTrack server = path.source().server();
        if (server.fixedPeer()) server.troubleSince(beganNanos);
        boolean first = path.failures() == 0;
        long until = path.failed(peer + " " + reply, System.nanoTime(), atLeastNanos);
        if (first || atLeastNanos > 0)
            LOG.warn("path backs off path={} peer={} reply={}", path.path().name(), peer, reply);
        dispatcher.after(Math.max(1, until - System.nanoTime()), () -> wakeLanes(path));
        List<Consignment> ready = path.emptyReady();
        for (int i = 0; i < ready.size(); i++) {
            boolean firstInLine = i == ready.size() - 1;
            if (firstInLine && path.conversations().isEmpty() && !othersOpen(ready.get(i), path))
                deferOne(path, ready.get(i), peer, reply);
            else waking.dueAgain(ready.get(i));
        }
    }

    /** Whether the consignment's pool has another member that could carry it now. */
    private boolean othersOpen(Consignment consignment, Path failed) {
        String pool = consignment.queue().key().pool();
        String site = consignment.queue().lane().map(lane -> lane.site().name()).orElse("");
        long now = System.nanoTime();
        return state.pool(pool).stream()
                .flatMap(track -> track.members().stream())
                .filter(member -> member.source() != failed.source())
                .filter(member ->
                        member.source().server().accepts() && member.source().usable(now))
                .anyMatch(member -> state.knownPath(member.source().source().id(), site)
                        .map(path -> !path.backingOff(now))
                        .orElse(true));
    }

    private void deferOne(Path path, Consignment consignment, String peer, SmtpReply reply) {
        AttemptTrace trace = new AttemptTrace(
                consignment.failedAttempts() + 1,
                consignment.queue().key().pool(),
                path.source().source().id(),
                path.source().server().server().id(),
                path.path().site().name(),
                path.path().site().provider().orElse(""),
                peer,
                reply.code(),
                reply.enhancedCode(),
                classifier.classify(reply),
                0,
                false);
        long now = services.clock().millis();
        path.source().traffic().deferred(now, consignment.recipients().length);
        path.source().server().traffic().deferred(now, consignment.recipients().length);
        settling.defer(consignment, reply, trace);
    }

    private void cannotUse(Path path, String reason) {
        path.connectFailed();
        LOG.error(
                "source cannot be used source={} reason={}",
                path.source().source().id(),
                reason);
        path.source().unusable(reason, System.nanoTime() + UNUSABLE_NANOS);
        dispatcher.after(UNUSABLE_NANOS, () -> wakeLanes(path));
        returnReady(path);
    }

    void wakeLanes(Path path) {
        path.lanes().forEach(Lane::touch);
        state.touch(path);
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
                || !conversation.session().reusable()) close(conversation);
        else path.rest(conversation);
        settling.attempted(conversation, attempt, results, (now - attempt.startedNanos()) / 1_000_000);
        wakeLanes(path);
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
            dispatcher.after(Math.max(1, until - now), () -> wakeLanes(path));
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

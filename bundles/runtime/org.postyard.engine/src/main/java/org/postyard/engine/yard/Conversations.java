package org.postyard.engine.yard;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.AttemptTrace;
import org.postyard.engine.outcome.BounceClassifier;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.slot.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and ends the conversations of paths. A connector that does not keep the deadline of a connect is not waited for.
 * Dispatcher thread only.
 */
final class Conversations {
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final long REJECTED_BACKOFF_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long UNUSABLE_NANOS = Duration.ofSeconds(30).toNanos();
    /** What a connector may take beyond its deadline to give its answer. */
    private static final long LATE_NANOS = Duration.ofSeconds(2).toNanos();

    /** A connect that is not answered yet. All have the same time, so the oldest is the first to be late. */
    private static final class Dial {
        private final Path path;
        private final long giveUpNanos;

        Dial(Path path, long giveUpNanos) {
            this.path = path;
            this.giveUpNanos = giveUpNanos;
        }
    }

    private final YardState state;
    private final YardServices services;
    private final YardSettings settings;
    private final Dispatcher dispatcher;
    private final Settling settling;
    private final Waking waking;
    private final BounceClassifier classifier = new BounceClassifier();
    private final Set<Dial> dials = new LinkedHashSet<>();

    Conversations(
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

    /** Opens as many conversations as the path may have and has work for. */
    void open(Path path) {
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
            Dial dial = new Dial(
                    path, began + LATE_NANOS + settings.connectTimeout().toNanos());
            dials.add(dial);
            stage.get()
                    .whenComplete((result, trouble) -> dispatcher.execute(() -> {
                        if (!dials.remove(dial)) hangUp(result);
                        else if (trouble != null) cannotUse(path, "its connector failed: " + trouble);
                        else connected(path, slot.get(), result, began);
                    }));
        }
    }

    /** Gives up connects whose connector has not kept its deadline; to be called now and then. */
    void giveUpLate() {
        long now = System.nanoTime();
        while (!dials.isEmpty() && dials.iterator().next().giveUpNanos - now <= 0) {
            Dial late = dials.iterator().next();
            dials.remove(late);
            cannotUse(late.path, "its connector has not kept the deadline of a connect");
        }
    }

    /** The answer to a connect that was given up. */
    private static void hangUp(@Nullable ConnectResult late) {
        if (late instanceof ConnectResult.Connected connected)
            connected.session().close();
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
        state.successor(path).ifPresent(state::touch);
    }

    /** Ends a conversation that has nothing under way. */
    void close(Conversation conversation) {
        conversation.path().leave(conversation);
        conversation.session().close();
        conversation.path().source().server().nextWaiting().ifPresent(state::touch);
        state.successor(conversation.path()).ifPresent(this::wakeLanes);
    }

    /** Gives back what is ready but not begun, so that others can do it. */
    void returnReady(Path path) {
        for (Consignment consignment : path.emptyReady()) waking.dueAgain(consignment);
    }
}

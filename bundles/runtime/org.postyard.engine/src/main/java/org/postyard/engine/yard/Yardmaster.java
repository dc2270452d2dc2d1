package org.postyard.engine.yard;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.postyard.api.delivery.Connector;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Directives;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.api.spool.Committed;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.ScheduledQueue;
import org.postyard.engine.slot.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The yard as a whole: builds its parts, gives the dispatcher its rhythm, and is the one door for other threads. Thread-safe. */
public final class Yardmaster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Yardmaster.class);
    private static final long WAKE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long WATCH_NANOS = Duration.ofMillis(250).toNanos();
    private static final long SNAPSHOT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long SWEEP_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long START_RETRY_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration LONGEST_LAST_TASK = Duration.ofSeconds(10);
    private static final Duration LONGEST_TURN = Duration.ofSeconds(20);
    static final String SERVER_DIRECTIVE = "server/";

    private final YardServices services;
    private final Dispatcher dispatcher;
    private final DispatcherWatch watch;
    private final YardState state = new YardState();
    private final ContentRoom room;
    private final Waker waker;
    private final Intake intake;
    private final Settling settling;
    private final Domains domains;
    private final Conversations conversations;
    private final Departures departures;
    private final Promotion promotion;
    private final ServerWatch serverWatch;
    private final Sweep sweep;
    private final DirectiveWriter directives;
    private final QueueDesk queueDesk;
    private final FleetChange fleetChange;
    private final CapKeeper capKeeper;
    private final StatusReport report;
    private final Inspection inspection;
    private final Map<String, String> serverWishes = new HashMap<>();
    private volatile YardSnapshot snapshot;
    private volatile Map<String, Double> metrics = Map.of();
    private final Recovery recovery;
    private volatile boolean recovered;
    private volatile String startTrouble = "";
    private boolean inForce;
    private volatile long queued;

    public Yardmaster(YardServices services, YardSettings settings) {
        this.services = services;
        this.dispatcher = new Dispatcher(this::afterBatch);
        this.watch = new DispatcherWatch(dispatcher, LONGEST_TURN);
        this.waker = new Waker(state, services.clock());
        this.room = new ContentRoom(settings.contentBytes());
        Loader loader = new Loader(room, services.spool(), services.work(), dispatcher);
        this.intake = new Intake(state, services, room, dispatcher, loader, waker);
        Reports reports = new Reports(services, dispatcher, intake);
        this.settling = new Settling(state, services, settings, dispatcher, loader, reports, waker);
        Paths paths = new Paths(state);
        this.capKeeper = new CapKeeper(services, dispatcher, paths);
        this.domains = new Domains(state, services, dispatcher, settling, paths);
        this.conversations = new Conversations(state, services, settings, dispatcher, settling, waker);
        this.departures = new Departures(state, services, settings, dispatcher, settling, conversations, waker);
        this.promotion = new Promotion(state, services, dispatcher, loader, settling, waker, paths);
        this.serverWatch = new ServerWatch(state, services, settings, conversations);
        this.sweep = new Sweep(state, services, settling, domains, loader, waker);
        this.directives = new DirectiveWriter(services, dispatcher);
        this.queueDesk = new QueueDesk(state, services, dispatcher, settling, waker, directives);
        this.fleetChange = new FleetChange(state, services, conversations, domains, paths, queueDesk);
        this.report = new StatusReport(state, services, room, dispatcher);
        this.inspection = new Inspection(state, services, dispatcher, report);
        this.recovery = new Recovery(state, services, intake, settling);
        this.snapshot = report.snapshot();
        dispatcher.start();
    }

    /**
     * Takes up what the spool has kept, with the first fleet in force; the stage completes when the yard is ready for new
     * mail. What fails, because store or spool cannot be read, is tried again until it succeeds.
     */
    public CompletionStage<Void> start(Fleet fleet) {
        CompletableFuture<Void> ready = new CompletableFuture<>();
        dispatcher.execute(() -> start(fleet, ready));
        return ready;
    }

    private void start(Fleet first, CompletableFuture<Void> ready) {
        try {
            if (!inForce) {
                capKeeper.takeUp();
                putInForce(first);
            }
            recovery.run(serverWishes);
            if (!serverWishes.isEmpty()) restoreWishes(Set.of());
        } catch (RuntimeException trouble) {
            LOG.error("yard cannot start, tried again; no mail is accepted meanwhile", trouble);
            startTrouble = trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
            dispatcher.after(START_RETRY_NANOS, () -> start(first, ready));
            return;
        }
        every(WAKE_NANOS, () -> {});
        every(WATCH_NANOS, serverWatch::watch);
        every(SNAPSHOT_NANOS, this::takeSnapshot);
        every(SNAPSHOT_NANOS, capKeeper::keep);
        every(SWEEP_NANOS, sweep::sweep);
        every(WATCH_NANOS, conversations::giveUpLate);
        every(SWEEP_NANOS, fleetChange::routeStranded);
        takeSnapshot();
        startTrouble = "";
        // Not before: taking up a million messages is one long turn.
        watch.start();
        recovered = true;
        ready.complete(null);
    }

    private void every(long nanos, Runnable task) {
        dispatcher.after(nanos, () -> {
            every(nanos, task);
            task.run();
        });
    }

    /** What a batch of tasks has made necessary: wake what is due, place queues, promote, send. */
    private void afterBatch() {
        waker.wake();
        if (!state.unplaced().isEmpty()) {
            List<ScheduledQueue> unplaced = List.copyOf(state.unplaced());
            state.unplaced().clear();
            unplaced.forEach(domains::place);
        }
        while (!state.dirtyLanes().isEmpty() || !state.dirtyPaths().isEmpty()) {
            // One round each: what becomes dirty meanwhile waits until tasks have had their turn.
            for (int lanes = state.dirtyLanes().size(); lanes > 0; lanes--) {
                Lane lane = state.dirtyLanes().remove();
                lane.clean();
                promotion.promote(lane);
            }
            for (int paths = state.dirtyPaths().size(); paths > 0; paths--) {
                Path path = state.dirtyPaths().remove();
                path.clean();
                departures.work(path);
            }
            if (dispatcher.backlog() > 0) return;
        }
    }

    private void takeSnapshot() {
        YardSnapshot taken = report.snapshot();
        if (!taken.ledger().balanced() && snapshot.ledger().balanced())
            LOG.error("ledger does not balance lines={}", taken.ledger().lines());
        snapshot = taken;
        queued = taken.ledger().lines().stream().mapToLong(Ledger.Line::queued).sum();
        metrics = report.metrics();
    }

    // --- mail

    /** Whether new mail can be taken: everything kept from before has been taken up. */
    public boolean ready() {
        return recovered;
    }

    /**
     * Makes a message durable and takes it in.
     *
     * @param suppressed reason by position, for recipients that are not to be sent to
     */
    public CompletionStage<Committed> accept(Message message, Content content, Map<Integer, String> suppressed) {
        List<Intake.Suppressed> entries = suppressed.entrySet().stream()
                .map(entry -> new Intake.Suppressed(entry.getKey(), entry.getValue()))
                .toList();
        return intake.accept(message, content, entries);
    }

    /** Why the yard is not as it should be, in one sentence; empty if it is. */
    public String trouble() {
        if (!startTrouble.isEmpty()) return "what was kept cannot be taken up yet: " + startTrouble;
        String finding = watch.finding();
        if (!finding.isEmpty()) return finding;
        String failure = dispatcher.trouble();
        return failure.isEmpty()
                ? ""
                : "a task ended in an error (" + failure
                        + "); what it was about may wait until the node is restarted, see the log";
    }

    /** Content that the yard holds in memory. */
    public long contentBytes() {
        return room.usedBytes();
    }

    /** Tasks that the dispatcher has not come to yet. */
    public int backlog() {
        return dispatcher.backlog();
    }

    /** Recipients in the yard, as of the last snapshot. */
    public long queued() {
        return queued;
    }

    /** Durable events that the journal does not have yet. */
    public long journalLag() {
        return services.events().journalLag();
    }

    // --- fleet and plug-ins

    /** Puts a fleet in force; the stage completes when it is. */
    public CompletionStage<Void> fleetChanged(Fleet fleet) {
        return dispatcher.ask(() -> {
            putInForce(fleet);
            takeSnapshot();
            return null;
        });
    }

    private void putInForce(Fleet fleet) {
        Set<String> known = Set.copyOf(state.servers.keySet());
        fleetChange.apply(fleet);
        inForce = true;
        restoreWishes(known);
    }

    /** Brings servers into the states that operators wanted, but for those that were there before. */
    private void restoreWishes(Set<String> known) {
        serverWishes.forEach((server, directive) -> {
            if (!known.contains(server)) restore(server, directive);
        });
    }

    private void restore(String server, String directive) {
        int space = directive.indexOf(' ');
        ServerState wanted = ServerState.valueOf(directive.substring(0, space).toUpperCase(Locale.ROOT));
        fleetChange.restore(server, wanted, directive.substring(space + 1));
    }

    /** A plug-in has come; mail that waited for it can go. */
    public void pluginArrived() {
        dispatcher.execute(state::touchLanes);
    }

    /** A connector is going: its idle conversations are closed, and busy ones too if {@code cut}. */
    public void connectorLeaves(Slot<Connector> slot, boolean cut) {
        dispatcher.execute(() -> {
            for (Path path : state.paths())
                for (Conversation conversation : List.copyOf(path.conversations())) {
                    if (conversation.slot() != slot) continue;
                    if (conversation.attempt().isEmpty()) conversations.close(conversation);
                    else if (cut) conversation.cutNow();
                }
            state.touchLanes();
        });
    }

    // --- watching and steering

    public YardSnapshot snapshot() {
        return snapshot;
    }

    public Map<String, Double> metrics() {
        return metrics;
    }

    public List<QueueStatus> queues(QueueFilter filter, int limit) {
        return dispatcher.ask(() -> report.queues(filter, limit)).join();
    }

    public CompletionStage<List<QueuedMessage>> inspect(QueueFilter filter, int limit) {
        return inspection.inspect(filter, limit);
    }

    public CompletionStage<Optional<MessageStatus>> message(MessageId id) {
        return inspection.message(id);
    }

    /** Brings a server into another state for as long as an operator wants it; survives restarts. */
    public CompletionStage<ActionResult> want(String server, ServerState wanted, String author) {
        return dispatcher
                .ask(() -> {
                    ServerTrack track = state.servers.get(server);
                    if (track == null)
                        return CompletableFuture.<ActionResult>completedFuture(new ActionResult(
                                false,
                                0,
                                "there is no server '" + server + "'; the fleet has " + state.servers.keySet()));
                    serverWatch.want(track, wanted, author);
                    if (wanted == ServerState.ACTIVE) serverWishes.remove(server);
                    else serverWishes.put(server, wanted.name() + " " + author);
                    CompletionStage<String> written =
                            directives.write(store -> remember(store, server, wanted, author));
                    takeSnapshot();
                    String done = "server " + server + " is " + track.reason();
                    return written.thenApply(addition -> new ActionResult(true, 1, done + addition));
                })
                .thenCompose(Function.identity());
    }

    private static void remember(Directives store, String server, ServerState wanted, String author) {
        if (wanted == ServerState.ACTIVE) store.remove(SERVER_DIRECTIVE + server);
        else store.put(SERVER_DIRECTIVE + server, wanted.name() + " " + author);
    }

    public CompletionStage<ActionResult> switchBalancer(String pool, String balancer, String author) {
        return dispatcher.ask(() -> {
            Optional<PoolTrack> track = state.pool(pool);
            if (track.isEmpty())
                return new ActionResult(
                        false, 0, "there is no pool '" + pool + "'; the fleet has " + state.pools.keySet());
            if (services.balancers().open(balancer).isEmpty())
                return new ActionResult(false, 0, "no balancer '" + balancer + "' is installed");
            track.get().balancer(balancer);
            LOG.info("balancer switched pool={} balancer={} author={}", pool, balancer, author);
            state.touchLanes();
            takeSnapshot();
            return new ActionResult(
                    true, 1, "pool " + pool + " is balanced by " + balancer + " until the next fleet version");
        });
    }

    public CompletionStage<Map<String, Long>> dryRun(String pool, String balancer, int attempts) {
        return dispatcher.ask(() -> DryRun.run(
                state.pool(pool).orElseThrow(() -> new IllegalArgumentException("there is no pool '" + pool + "'")),
                services.balancers()
                        .open(balancer)
                        .orElseThrow(() -> new IllegalArgumentException("no balancer '" + balancer + "' is installed")),
                attempts,
                services.messageIds()));
    }

    public CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author) {
        return dispatcher.ask(() -> queueDesk.hold(filter, reason, author)).thenCompose(Function.identity());
    }

    public CompletionStage<ActionResult> release(QueueFilter filter, String author) {
        return dispatcher.ask(() -> queueDesk.release(filter, author)).thenCompose(Function.identity());
    }

    public CompletionStage<ActionResult> reroute(QueueFilter filter, String pool, String author) {
        return dispatcher.ask(() -> queueDesk.reroute(filter, pool, author)).thenCompose(Function.identity());
    }

    public CompletionStage<ActionResult> expedite(QueueFilter filter, String author) {
        return dispatcher.ask(() -> queueDesk.expedite(filter, author)).thenCompose(Function.identity());
    }

    public CompletionStage<ActionResult> delete(QueueFilter filter, String reason, String author) {
        return dispatcher.ask(() -> queueDesk.delete(filter, reason, author)).thenCompose(Function.identity());
    }

    /** Stops sending: idle conversations are closed, busy ones get a moment to end; then the dispatcher stops. */
    @Override
    public void close() {
        CompletableFuture<Void> quiet = dispatcher.ask(() -> {
            for (ServerTrack server : state.servers.values())
                server.want(ServerState.DRAINING, "shutdown", services.clock().instant());
            for (Path path : state.paths()) {
                conversations.returnReady(path);
                for (Conversation conversation : List.copyOf(path.conversations()))
                    if (conversation.attempt().isEmpty()) conversations.close(conversation);
            }
            return null;
        });
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        try {
            quiet.get(LONGEST_LAST_TASK.toSeconds(), TimeUnit.SECONDS);
            while (System.nanoTime() - end < 0
                    && dispatcher.ask(this::busy).get(LONGEST_LAST_TASK.toSeconds(), TimeUnit.SECONDS) > 0)
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            dispatcher.ask(this::keepCaps).get(LONGEST_LAST_TASK.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException trouble) {
            LOG.warn("the yard does not end by itself; mail under way is sent again after the next start", trouble);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.close();
        dispatcher.close();
    }

    private boolean keepCaps() {
        capKeeper.keepFinally();
        return true;
    }

    private int busy() {
        return state.paths().stream()
                .mapToInt(path -> path.busy() + path.connecting())
                .sum();
    }
}

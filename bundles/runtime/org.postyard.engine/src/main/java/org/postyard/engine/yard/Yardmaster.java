package org.postyard.engine.yard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
import org.postyard.engine.queue.Consignment;
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
    private static final String SERVER_DIRECTIVE = "server/";

    private final YardServices services;
    private final Dispatcher dispatcher;
    private final YardState state = new YardState();
    private final ContentRoom room;
    private final Waker waker;
    private final Intake intake;
    private final Settling settling;
    private final Domains domains;
    private final Departures departures;
    private final Promotion promotion;
    private final ServerWatch serverWatch;
    private final Sweep sweep;
    private final DirectiveWriter directives;
    private final QueueDesk queueDesk;
    private final FleetChange fleetChange;
    private final StatusReport report;
    private final Inspection inspection;
    private final Map<String, String> serverWishes = new HashMap<>();
    private volatile YardSnapshot snapshot;
    private volatile Map<String, Double> metrics = Map.of();
    private volatile boolean recovered;
    private volatile long queued;

    public Yardmaster(YardServices services, YardSettings settings) {
        this.services = services;
        this.dispatcher = new Dispatcher(this::afterBatch);
        this.waker = new Waker(state, services.clock());
        this.room = new ContentRoom(settings.contentBytes());
        Loader loader = new Loader(room, services, dispatcher);
        this.intake = new Intake(state, services, room, dispatcher, loader, waker);
        Reports reports = new Reports(services, dispatcher, intake);
        this.settling = new Settling(state, services, settings, dispatcher, loader, reports, waker);
        Paths paths = new Paths(state);
        this.domains = new Domains(state, services, dispatcher, settling, paths);
        this.departures = new Departures(state, services, settings, dispatcher, settling, waker);
        this.promotion = new Promotion(state, services, dispatcher, loader, settling, waker, paths);
        this.serverWatch = new ServerWatch(state, services, settings, departures);
        this.sweep = new Sweep(state, services, settling, domains, loader, waker);
        this.directives = new DirectiveWriter(services, dispatcher);
        this.queueDesk = new QueueDesk(state, services, dispatcher, settling, waker, directives);
        this.fleetChange = new FleetChange(state, services, departures, domains, paths, queueDesk);
        this.report = new StatusReport(state, services, room, dispatcher);
        this.inspection = new Inspection(state, services, dispatcher, report);
        this.snapshot = report.snapshot();
        dispatcher.start();
    }

    /** Takes up what the spool has kept, with the first fleet in force; the stage completes when the yard is ready for new mail. */
    public CompletionStage<Void> start(Fleet fleet) {
        return dispatcher.ask(() -> {
            Map<String, String> directives = services.directives().all();
            directives.forEach((key, value) -> {
                if (key.startsWith(SERVER_DIRECTIVE)) serverWishes.put(key.substring(SERVER_DIRECTIVE.length()), value);
            });
            putInForce(fleet);
            recover(directives);
            every(WAKE_NANOS, () -> {});
            every(WATCH_NANOS, serverWatch::watch);
            every(SNAPSHOT_NANOS, this::takeSnapshot);
            every(SWEEP_NANOS, sweep::sweep);
            every(SWEEP_NANOS, fleetChange::routeStranded);
            takeSnapshot();
            recovered = true;
            return null;
        });
    }

    private void recover(Map<String, String> directives) {
        long began = System.nanoTime();
        directives.forEach((key, value) -> Holds.filterOf(key).ifPresent(filter -> state.holds.put(filter, value)));
        services.spool().counts().forEach(state::account);
        List<Runnable> interrupted = new ArrayList<>();
        long[] messages = new long[1];
        try {
            services.spool().recover(found -> {
                messages[0]++;
                for (Consignment consignment : intake.recovered(found))
                    interrupted.add(() -> settling.interrupted(consignment, found.message()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read", e);
        }
        interrupted.forEach(Runnable::run);
        LOG.info(
                "spool recovered messages={} interrupted={} millis={}",
                messages[0],
                interrupted.size(),
                (System.nanoTime() - began) / 1_000_000);
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
                    if (conversation.attempt().isEmpty()) departures.close(conversation);
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
        return dispatcher.ask(() -> {
            ServerTrack track = state.servers.get(server);
            if (track == null)
                return new ActionResult(
                        false, 0, "there is no server '" + server + "'; the fleet has " + state.servers.keySet());
            serverWatch.want(track, wanted, author);
            if (wanted == ServerState.ACTIVE) serverWishes.remove(server);
            else serverWishes.put(server, wanted.name() + " " + author);
            directives.write(store -> remember(store, server, wanted, author));
            takeSnapshot();
            return new ActionResult(true, 1, "server " + server + " is " + track.reason());
        });
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

    public CompletionStage<Long> count(QueueFilter filter) {
        return dispatcher.ask(() -> queueDesk.count(filter));
    }

    public CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author) {
        return dispatcher.ask(() -> queueDesk.hold(filter, reason, author));
    }

    public CompletionStage<ActionResult> release(QueueFilter filter, String author) {
        return dispatcher.ask(() -> queueDesk.release(filter, author));
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
                departures.returnReady(path);
                for (Conversation conversation : List.copyOf(path.conversations()))
                    if (conversation.attempt().isEmpty()) departures.close(conversation);
            }
            return null;
        });
        quiet.join();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (System.nanoTime() - end < 0 && dispatcher.ask(this::busy).join() > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(20).toNanos());
        }
        dispatcher.close();
    }

    private int busy() {
        return state.paths().stream()
                .mapToInt(path -> path.busy() + path.connecting())
                .sum();
    }
}

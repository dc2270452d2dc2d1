package org.postyard.testkit.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.operation.SlotStatus;
import org.postyard.api.operation.SourceStatus;
import org.postyard.api.operation.Yard;
import org.postyard.api.spool.Counts;

/**
 * A yard with two servers, two sources, one pool and two queues, that does nothing but note what it is asked to do.
 * Thread-safe by one lock.
 */
public final class FakeYard implements Yard {
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    /** What holds the queue of b.example, in whatever pool it is. */
    private static final QueueFilter HOLD =
            new QueueFilter(Optional.of("default"), Optional.of(""), Optional.of("b.example"), Optional.empty());

    public static final MessageId MESSAGE = new MessageId(4711);

    private final List<String> actions = new ArrayList<>();
    private Optional<MessageStatus> message = Optional.empty();
    private Health health = new Health(List.of(new Health.Part("spool", true, "90 % of the disk is free")));
    private boolean obedient = true;
    private boolean failing;
    private boolean recovered = true;
    private ServerState firstState = ServerState.ACTIVE;

    /** What it was asked to do, in order, for example {@code drain relay-1 by anna}. */
    public synchronized List<String> actions() {
        return List.copyOf(actions);
    }

    /** Whether it does what it is asked to do; true at first. */
    public synchronized void obey(boolean newObedient) {
        this.obedient = newObedient;
    }

    /** Whether it throws when it is asked for its ledger. */
    public synchronized void fail(boolean newFailing) {
        this.failing = newFailing;
    }

    /** Whether it has taken up all mail that was kept; true at first. */
    public synchronized void recover(boolean newRecovered) {
        this.recovered = newRecovered;
    }

    /** Changes the state of {@code relay-1}. */
    public synchronized void turn(ServerState state) {
        this.firstState = state;
    }

    public synchronized void show(MessageStatus status) {
        this.message = Optional.of(status);
    }

    public synchronized void feel(Health newHealth) {
        this.health = newHealth;
    }

    @Override
    public synchronized Ledger ledger() {
        if (failing) throw new IllegalStateException("the yard was told to fail");
        return new Ledger(NOW, List.of(new Ledger.Line("bulk", new Counts(100, 60, 10, 5, 1, 2, 2), 20)), 3);
    }

    @Override
    public synchronized List<ServerStatus> servers() {
        return List.of(server("relay-1", firstState, 0.75), server("relay-2", ServerState.DRAINING, Double.NaN));
    }

    @Override
    public List<SourceStatus> sources() {
        return List.of(source("relay-1-a", "relay-1", true), source("relay-2-a", "relay-2", false));
    }

    @Override
    public List<PoolStatus> pools() {
        return List.of(new PoolStatus(
                "main",
                "round-robin",
                true,
                "",
                List.of(
                        new PoolStatus.Share("relay-1-a", 3, true, 30),
                        new PoolStatus.Share("relay-2-a", 1, false, 10))));
    }

    @Override
    public List<QueueStatus> queues(QueueFilter filter, int limit) {
        return List.of(queue("spring", "a.example", 40, false), queue("", "b.example", 7, true)).stream()
                .filter(queue -> filter.matches(queue.tenant(), queue.campaign(), queue.domain(), queue.pool()))
                .limit(limit)
                .toList();
    }

    @Override
    public CompletionStage<List<QueuedMessage>> inspect(QueueFilter filter, int limit) {
        return soon(List.of(new QueuedMessage(
                MESSAGE,
                "default/spring/a.example",
                "news@sender.example",
                List.of("anna@a.example"),
                1234,
                NOW.minusSeconds(60),
                1,
                NOW.plusSeconds(60),
                "the site said 451 4.7.1 try again later")));
    }

    @Override
    public synchronized CompletionStage<Optional<MessageStatus>> message(MessageId id) {
        return soon(message.filter(status -> status.message().id().equals(id)));
    }

    @Override
    public CompletionStage<ActionResult> drain(String server, String author) {
        return note("drain " + server + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> maintenance(String server, String author) {
        return note("maintenance " + server + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> resume(String server, String author) {
        return note("resume " + server + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> switchBalancer(String pool, String balancer, String author) {
        return note("switch " + pool + " to " + balancer + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author) {
        return note("hold " + text(filter) + " because " + reason + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> release(QueueFilter filter, String author) {
        return note("release " + text(filter) + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> reroute(QueueFilter filter, String pool, String author) {
        return note("reroute " + text(filter) + " to " + pool + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> expedite(QueueFilter filter, String author) {
        return note("expedite " + text(filter) + " by " + author);
    }

    @Override
    public CompletionStage<ActionResult> delete(QueueFilter filter, String reason, String author) {
        return note("delete " + text(filter) + " because " + reason + " by " + author);
    }

    @Override
    public List<SlotStatus> slots() {
        return List.of(new SlotStatus(
                "balancer",
                "round-robin",
                77,
                "org.postyard.balancer.basic",
                "0.1.0",
                SlotStatus.State.OPEN,
                0,
                1000,
                0,
                "in service"));
    }

    @Override
    public synchronized ActionResult drainSlots(String bundle, String author) {
        actions.add("drain slots of " + bundle + " by " + author);
        return new ActionResult(true, 1, "1 slot of " + bundle + " is draining");
    }

    @Override
    public synchronized ActionResult openSlots(String bundle, String author) {
        actions.add("open slots of " + bundle + " by " + author);
        return new ActionResult(true, 1, "1 slot of " + bundle + " is open");
    }

    @Override
    public synchronized boolean recovered() {
        return recovered;
    }

    @Override
    public synchronized Health health() {
        return health;
    }

    @Override
    public Map<String, Double> metrics() {
        return Map.of(
                "postyard_accepted_total{class=\"bulk\"}",
                100.0,
                "postyard_queued{class=\"bulk\"}",
                20.0,
                "postyard_process_threads",
                12.0);
    }

    @Override
    public CompletionStage<Map<String, Long>> dryRun(String pool, String balancer, int attempts) {
        return soon(Map.of("relay-1-a", (long) attempts));
    }

    private synchronized CompletionStage<ActionResult> note(String action) {
        if (!obedient) return soon(new ActionResult(false, 0, "Not now: " + action));
        actions.add(action);
        return soon(new ActionResult(true, 1, "Done: " + action));
    }

    /** Completes a little later and on another thread, as the engine does. */
    private static <T> CompletionStage<T> soon(T answer) {
        return CompletableFuture.supplyAsync(() -> answer, CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
    }

    private static String text(QueueFilter filter) {
        return filter.tenant().orElse("*") + "/" + filter.campaign().orElse("*") + "/"
                + filter.domain().orElse("*") + "@" + filter.pool().orElse("*");
    }

    private static ServerStatus server(String id, ServerState state, double share) {
        return new ServerStatus(
                id,
                "RELAY",
                "fra",
                state,
                "as told",
                NOW,
                10,
                1,
                2,
                3,
                4,
                Optional.of(NOW),
                5.5,
                share,
                share,
                share,
                share,
                100,
                75,
                20,
                5);
    }

    private static SourceStatus source(String id, String server, boolean open) {
        return new SourceStatus(
                id,
                server,
                "smtp",
                "127.0.0.1:2601",
                "",
                "mail.sender.example",
                open,
                "as told",
                2,
                3,
                4,
                Optional.of(NOW),
                5.5,
                0.75,
                0.2,
                0.05,
                12.5,
                100,
                75,
                20,
                5);
    }

    private static QueueStatus queue(String campaign, String domain, long queued, boolean held) {
        return new QueueStatus(
                "default",
                campaign,
                domain,
                "main",
                "*",
                queued,
                held ? 0 : queued,
                held ? queued : 0,
                0,
                0,
                Optional.of(NOW.minusSeconds(60)),
                Optional.empty(),
                held ? List.of(HOLD) : List.of(),
                held ? "held by anna" : "due");
    }
}

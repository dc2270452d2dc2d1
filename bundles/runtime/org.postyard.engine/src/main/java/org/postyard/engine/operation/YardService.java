package org.postyard.engine.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.postyard.api.delivery.Connector;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.injection.InjectionDesk;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.MetricSource;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.QueuedMessage;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.operation.SlotStatus;
import org.postyard.api.operation.SourceStatus;
import org.postyard.api.operation.Yard;
import org.postyard.api.routing.Balancer;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.engine.event.EventPipeline;
import org.postyard.engine.event.Listeners;
import org.postyard.engine.slot.Slots;
import org.postyard.engine.yard.Yardmaster;

/** The host service to watch and steer the yard: answers from its last snapshot, hands actions to its dispatcher. Thread-safe. */
public final class YardService implements Yard {
    private final Yardmaster yard;
    private final Spool spool;
    private final InjectionDesk injection;
    private final EventPipeline events;
    private final Supplier<Optional<Journal>> journals;
    private final Supplier<List<MetricSource>> metricSources;
    private final Slots<Connector> connectors;
    private final Slots<Balancer> balancers;
    private final Listeners listeners;
    private final BrokenComponents components;

    public YardService(
            Yardmaster yard,
            Spool spool,
            InjectionDesk injection,
            EventPipeline events,
            Supplier<Optional<Journal>> journals,
            Supplier<List<MetricSource>> metricSources,
            Slots<Connector> connectors,
            Slots<Balancer> balancers,
            Listeners listeners,
            BrokenComponents components) {
        this.yard = yard;
        this.spool = spool;
        this.injection = injection;
        this.events = events;
        this.journals = journals;
        this.metricSources = metricSources;
        this.connectors = connectors;
        this.balancers = balancers;
        this.listeners = listeners;
        this.components = components;
    }

    @Override
    public Ledger ledger() {
        return yard.snapshot().ledger();
    }

    @Override
    public List<ServerStatus> servers() {
        return yard.snapshot().servers();
    }

    @Override
    public List<SourceStatus> sources() {
        return yard.snapshot().sources();
    }

    @Override
    public List<PoolStatus> pools() {
        return yard.snapshot().pools();
    }

    @Override
    public List<QueueStatus> queues(QueueFilter filter, int limit) {
        return yard.queues(filter, limit);
    }

    @Override
    public CompletionStage<List<QueuedMessage>> inspect(QueueFilter filter, int limit) {
        return yard.inspect(filter, limit);
    }

    @Override
    public CompletionStage<Optional<MessageStatus>> message(MessageId id) {
        return yard.message(id);
    }

    @Override
    public CompletionStage<ActionResult> drain(String server, String author) {
        return yard.want(server, ServerState.DRAINING, author);
    }

    @Override
    public CompletionStage<ActionResult> maintenance(String server, String author) {
        return yard.want(server, ServerState.MAINTENANCE, author);
    }

    @Override
    public CompletionStage<ActionResult> resume(String server, String author) {
        return yard.want(server, ServerState.ACTIVE, author);
    }

    @Override
    public CompletionStage<ActionResult> switchBalancer(String pool, String balancer, String author) {
        return yard.switchBalancer(pool, balancer, author);
    }

    @Override
    public CompletionStage<ActionResult> hold(QueueFilter filter, String reason, String author) {
        return yard.hold(filter, reason, author);
    }

    @Override
    public CompletionStage<ActionResult> release(QueueFilter filter, String author) {
        return yard.release(filter, author);
    }

    @Override
    public CompletionStage<ActionResult> reroute(QueueFilter filter, String pool, String author) {
        return yard.reroute(filter, pool, author);
    }

    @Override
    public CompletionStage<ActionResult> expedite(QueueFilter filter, String author) {
        return yard.expedite(filter, author);
    }

    @Override
    public CompletionStage<ActionResult> delete(QueueFilter filter, String reason, String author) {
        return yard.delete(filter, reason, author);
    }

    @Override
    public List<SlotStatus> slots() {
        return Stream.of(balancers.statuses(), connectors.statuses(), listeners.statuses())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public ActionResult drainSlots(String bundle, String author) {
        String why = "drained by " + author;
        int drained = connectors.drain(bundle, why, slot -> yard.connectorLeaves(slot, false))
                + balancers.drain(bundle, why, slot -> {})
                + listeners.drain(bundle, why);
        return new ActionResult(drained > 0, drained, drained + " slots of " + bundle + " are draining");
    }

    @Override
    public ActionResult openSlots(String bundle, String author) {
        int opened = connectors.reopen(bundle) + balancers.reopen(bundle) + listeners.reopen(bundle);
        if (opened > 0) yard.pluginArrived();
        return new ActionResult(opened > 0, opened, opened + " slots of " + bundle + " are open again");
    }

    @Override
    public CompletionStage<Map<String, Long>> dryRun(String pool, String balancer, int attempts) {
        return yard.dryRun(pool, balancer, attempts);
    }

    @Override
    public boolean recovered() {
        return yard.ready();
    }

    @Override
    public Health health() {
        List<Health.Part> parts = new ArrayList<>();
        SpoolHealth spoolHealth = spool.health();
        parts.add(new Health.Part(
                "spool", spoolHealth.well(), spoolHealth.well() ? "takes messages" : spoolHealth.reason()));
        parts.add(injection
                .refusalNow()
                .map(refusal -> new Health.Part("injection", false, refusal.reason()))
                .orElse(new Health.Part("injection", true, "accepts messages")));
        parts.add(yardPart());
        parts.add(journalPart());
        boolean balanced = ledger().balanced();
        parts.add(new Health.Part("ledger", balanced, balanced ? "balances" : "does not balance: " + ledger().lines()));
        parts.add(serversPart());
        parts.add(
                NeededPlugins.part(sources(), pools(), id -> connectors.open(id).isPresent()));
        for (String broken : components.sentences()) parts.add(new Health.Part("component", false, broken));
        return new Health(parts);
    }

    private Health.Part yardPart() {
        String trouble = yard.trouble();
        if (!trouble.isEmpty()) return new Health.Part("yard", false, trouble);
        return recovered()
                ? new Health.Part("yard", true, "sends what is due")
                : new Health.Part("yard", false, "takes up the mail that was kept");
    }

    private Health.Part journalPart() {
        if (journals.get().isEmpty())
            return new Health.Part("journal", false, "the journal is not open; events are kept in the spool meanwhile");
        String trouble = events.journalTrouble();
        String behind = events.journalLag() + " events ";
        return trouble.isEmpty()
                ? new Health.Part("journal", true, behind + "on their way")
                : new Health.Part("journal", false, behind + "are kept in the spool meanwhile: " + trouble);
    }

    private Health.Part serversPart() {
        List<ServerStatus> servers = servers();
        long active = servers.stream()
                .filter(server -> server.state() == ServerState.ACTIVE)
                .count();
        return new Health.Part("servers", active > 0, active + " of " + servers.size() + " servers are active");
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>(yard.metrics());
        spool.measurements().forEach((name, value) -> metrics.put("postyard_" + name, value));
        metrics.putAll(listeners.measurements());
        for (MetricSource source : metricSources.get()) metrics.putAll(source.measurements());
        return metrics;
    }
}

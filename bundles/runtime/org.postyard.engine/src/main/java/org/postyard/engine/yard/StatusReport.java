package org.postyard.engine.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.postyard.api.operation.Ledger;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.QueueStatus;
import org.postyard.api.operation.ServerStatus;
import org.postyard.api.operation.SourceStatus;
import org.postyard.api.spool.Counts;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.path.SourceTrack;
import org.postyard.engine.path.Traffic;
import org.postyard.engine.queue.ClassAccount;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.ScheduledQueue;

/** Describes the yard in immutable values for everybody outside the dispatcher thread. Dispatcher thread only. */
final class StatusReport {
    private final YardState state;
    private final YardServices services;
    private final ContentRoom room;
    private final Dispatcher dispatcher;

    StatusReport(YardState state, YardServices services, ContentRoom room, Dispatcher dispatcher) {
        this.state = state;
        this.services = services;
        this.room = room;
        this.dispatcher = dispatcher;
    }

    YardSnapshot snapshot() {
        return new YardSnapshot(ledger(), servers(), sources(), pools());
    }

    Ledger ledger() {
        Map<ClassAccount, Long> queued = new HashMap<>();
        for (ScheduledQueue queue : state.queues())
            queue.countClasses((account, recipients) -> queued.merge(account, recipients, Long::sum));
        List<Ledger.Line> lines = new ArrayList<>();
        for (ClassAccount account : state.accounts())
            lines.add(
                    new Ledger.Line(account.messageClass().name(), account.counts(), queued.getOrDefault(account, 0L)));
        return new Ledger(services.clock().instant(), lines, state.possibleDuplicates);
    }

    private List<ServerStatus> servers() {
        Map<ServerTrack, Work> works = new HashMap<>();
        for (SourceTrack source : state.sources.values()) works.merge(source.server(), Work.of(source), Work::and);
        List<ServerStatus> statuses = new ArrayList<>();
        for (ServerTrack server : state.servers.values()) {
            Traffic.Figures figures = server.traffic().figures(services.clock().millis());
            Work work = works.getOrDefault(server, Work.NONE);
            statuses.add(new ServerStatus(
                    server.server().id(),
                    server.server().role().name().toLowerCase(java.util.Locale.ROOT),
                    server.server().site(),
                    server.state(),
                    server.reason(),
                    server.since(),
                    server.server().capacity(),
                    server.server().sources().size(),
                    server.connections(),
                    work.busy(),
                    work.ready(),
                    work.oldestReady(),
                    figures.perSecond(),
                    figures.deliveryShare(),
                    figures.deferralShare(),
                    figures.bounceShare(),
                    figures.latencyMillis(),
                    figures.attempts(),
                    figures.delivered(),
                    figures.deferred(),
                    figures.bounced()));
        }
        return statuses;
    }

    private List<SourceStatus> sources() {
        List<SourceStatus> statuses = new ArrayList<>();
        for (SourceTrack source : state.sources.values()) {
            Traffic.Figures figures = source.traffic().figures(services.clock().millis());
            String reason = whyClosed(source);
            Work work = Work.of(source);
            statuses.add(new SourceStatus(
                    source.source().id(),
                    source.source().server(),
                    source.source().connector(),
                    source.source().nextHop().map(Object::toString).orElse(""),
                    source.source().bindAddress(),
                    source.source().ehloName(),
                    reason.isEmpty(),
                    reason,
                    work.connections(),
                    work.busy(),
                    work.ready(),
                    work.oldestReady(),
                    figures.perSecond(),
                    figures.deliveryShare(),
                    figures.deferralShare(),
                    figures.bounceShare(),
                    figures.latencyMillis(),
                    figures.attempts(),
                    figures.delivered(),
                    figures.deferred(),
                    figures.bounced()));
        }
        return statuses;
    }

    /** What is under way over some paths. */
    private record Work(int connections, int busy, int ready, long oldestMillis) {
        static final Work NONE = new Work(0, 0, 0, Long.MAX_VALUE);

        static Work of(SourceTrack source) {
            Work sum = NONE;
            for (Path path : source.paths()) {
                long oldest = path.oldestReadyMillis().orElse(Long.MAX_VALUE);
                sum = sum.and(new Work(path.conversations().size(), path.busy(), path.readySize(), oldest));
            }
            return sum;
        }

        Work and(Work other) {
            return new Work(
                    connections + other.connections,
                    busy + other.busy,
                    ready + other.ready,
                    Math.min(oldestMillis, other.oldestMillis));
        }

        Optional<Instant> oldestReady() {
            return oldestMillis == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldestMillis));
        }
    }

    /** Why a source takes nothing at all; empty if it does. */
    private String whyClosed(SourceTrack source) {
        if (!source.server().accepts())
            return "server " + source.server().server().id() + " is "
                    + source.server().reason();
        if (!source.usable(System.nanoTime())) return source.unusableBecause();
        if (services.connectors().open(source.source().connector()).isEmpty())
            return "connector '" + source.source().connector() + "' is not installed";
        boolean allBackOff = !source.paths().isEmpty()
                && source.paths().stream().allMatch(path -> path.backingOff(System.nanoTime()));
        return allBackOff
                ? source.paths()
                        .iterator()
                        .next()
                        .closedBecause(System.nanoTime(), services.clock().millis())
                : "";
    }

    private List<PoolStatus> pools() {
        List<PoolStatus> statuses = new ArrayList<>();
        for (PoolTrack pool : state.pools.values()) {
            List<PoolStatus.Share> shares = pool.members().stream()
                    .map(member -> new PoolStatus.Share(
                            member.source().source().id(),
                            member.weight(),
                            whyClosed(member.source()).isEmpty(),
                            member.picks()))
                    .toList();
            boolean present = services.balancers().open(pool.balancer()).isPresent();
            statuses.add(new PoolStatus(
                    pool.id(),
                    pool.balancer(),
                    present,
                    present ? pool.reason() : "balancer '" + pool.balancer() + "' is not installed",
                    shares));
        }
        return statuses;
    }

    List<QueueStatus> queues(QueueFilter filter, int limit) {
        return state.queues().stream()
                .filter(queue -> filter.matches(
                        queue.key().tenant(),
                        queue.key().campaign(),
                        queue.key().domain(),
                        queue.key().pool()))
                .filter(queue -> !queue.empty() || queue.held())
                .sorted(Comparator.comparingLong((ScheduledQueue queue) -> -queue.recipients()))
                .limit(limit)
                .map(this::queue)
                .toList();
    }

    private QueueStatus queue(ScheduledQueue queue) {
        Consignment oldest = queue.oldest();
        return new QueueStatus(
                queue.key().tenant(),
                queue.key().campaign(),
                queue.key().domain(),
                queue.key().pool(),
                queue.lane().map(lane -> lane.site().name()).orElse(""),
                queue.recipients(),
                queue.recipients(State.DUE),
                queue.recipients(State.WAITING),
                queue.recipients(State.LOADING) + queue.recipients(State.READY),
                queue.recipients(State.IN_FLIGHT) + queue.recipients(State.SETTLING),
                receivedAt(oldest),
                nextAttempt(oldest),
                queue.held() ? state.holds.on(queue.key()) : List.of(),
                reason(queue));
    }

    private static Optional<Instant> receivedAt(@Nullable Consignment oldest) {
        return oldest == null
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(oldest.track().receivedAtMillis()));
    }

    private static Optional<Instant> nextAttempt(@Nullable Consignment oldest) {
        return oldest == null || oldest.state() != State.WAITING
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(oldest.nextAttemptMillis()));
    }

    /** What a queue waits for, in one sentence, with the evidence. */
    String reason(ScheduledQueue queue) {
        if (queue.held()) return queue.heldBecause();
        if (queue.empty()) return "empty";
        StringJoiner reason = new StringJoiner("; ");
        if (queue.recipients(State.IN_FLIGHT) > 0) reason.add(queue.recipients(State.IN_FLIGHT) + " in conversations");
        if (queue.recipients(State.DUE) > 0) reason.add(whyDue(queue));
        if (queue.recipients(State.WAITING) > 0)
            reason.add(queue.recipients(State.WAITING) + " wait for their next attempt"
                    + (queue.waitReason().isEmpty() ? "" : ", " + queue.waitReason()));
        return reason.length() == 0 ? "on its way" : reason.toString();
    }

    private static String whyDue(ScheduledQueue queue) {
        String blocked = queue.lane().map(Lane::blockedBecause).orElse(queue.waitReason());
        return blocked.isEmpty() ? queue.recipients(State.DUE) + " wait for their turn" : blocked;
    }

    /** Numbers for metrics, by name and labels. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (Ledger.Line line : ledger().lines()) ledgerMetrics(metrics, line);
        metrics.put("postyard_possible_duplicates_total", (double) state.possibleDuplicates);
        metrics.put("postyard_queues", (double) state.queues().size());
        metrics.put("postyard_hot_bytes", (double) room.usedBytes());
        metrics.put("postyard_dispatcher_backlog_tasks", (double) dispatcher.backlog());
        metrics.put("postyard_journal_lag_events", (double) services.events().journalLag());
        for (ServerStatus server : servers()) {
            String label = "{server=\"" + server.id() + "\"}";
            metrics.put("postyard_server_attempts_total" + label, (double) server.attempts());
            metrics.put("postyard_server_delivered_total" + label, (double) server.delivered());
            metrics.put("postyard_server_deferred_total" + label, (double) server.deferred());
            metrics.put("postyard_server_bounced_total" + label, (double) server.bounced());
            metrics.put("postyard_server_connections" + label, (double) server.connections());
            metrics.put("postyard_server_in_flight" + label, (double) server.inFlight());
            metrics.put(
                    "postyard_server_active" + label,
                    server.state() == org.postyard.api.fleet.ServerState.ACTIVE ? 1.0 : 0.0);
        }
        return metrics;
    }

    private static void ledgerMetrics(Map<String, Double> metrics, Ledger.Line line) {
        String label = "{class=\"" + line.messageClass() + "\"}";
        Counts counts = line.counts();
        metrics.put("postyard_accepted_total" + label, (double) counts.accepted());
        metrics.put("postyard_delivered_total" + label, (double) counts.delivered());
        metrics.put("postyard_relayed_total" + label, (double) counts.relayed());
        metrics.put("postyard_bounced_total" + label, (double) counts.bounced());
        metrics.put("postyard_expired_total" + label, (double) counts.expired());
        metrics.put("postyard_suppressed_total" + label, (double) counts.suppressed());
        metrics.put("postyard_cancelled_total" + label, (double) counts.cancelled());
        metrics.put("postyard_queued" + label, (double) line.queued());
        metrics.put("postyard_ledger_difference" + label, (double) line.difference());
    }
}

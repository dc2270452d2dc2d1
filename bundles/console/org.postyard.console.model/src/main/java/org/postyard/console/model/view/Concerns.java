package org.postyard.console.model.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.HealthPartView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerView;

/** Finds what somebody should look at in a snapshot, the worst first. */
final class Concerns {
    private final Thresholds thresholds;
    private final Figures figures;
    private final FleetRowMaker rows;

    Concerns(Thresholds thresholds, Figures figures) {
        this.thresholds = thresholds;
        this.figures = figures;
        this.rows = new FleetRowMaker(thresholds, figures);
    }

    List<Concern> of(RuntimeSnapshot snapshot, List<OverviewModel.Errors> providers, Instant now) {
        List<Concern> found = new ArrayList<>();
        link(snapshot, found);
        snapshot.health().ifPresent(health -> health.parts().stream()
                .filter(part -> !part.well())
                .forEach(part -> found.add(ofHealth(part))));
        snapshot.ledger().filter(ledger -> !ledger.balanced()).ifPresent(ledger -> found.add(ofLedger(ledger)));
        for (ServerView server : snapshot.servers().list()) server(server, found);
        for (PoolView pool : snapshot.pools().list()) pool(pool, found);
        for (QueueView queue : snapshot.queues().list()) queue(queue, snapshot.runtimeTime(now), found);
        for (OverviewModel.Errors errors : providers) provider(errors, found);
        found.sort(Comparator.comparing(Concern::severity)
                .thenComparing(Concern::weight)
                .reversed()
                .thenComparing(Concern::subject, new NaturalOrder()));
        return List.copyOf(found);
    }

    private void link(RuntimeSnapshot snapshot, List<Concern> found) {
        LinkState link = snapshot.link();
        if (link.live() || link instanceof LinkState.Connecting) return;
        String since = snapshot.staleSince().map(figures::time).orElse("");
        found.add(new Concern(
                Severity.CRITICAL,
                "Connection " + snapshot.runtime(),
                "No news since " + since + ": " + link.reason(),
                new Target.ToConnection(),
                Double.MAX_VALUE));
    }

    private static Concern ofHealth(HealthPartView part) {
        return new Concern(
                Severity.CRITICAL, "Health of " + part.name(), part.reason(), new Target.ToHealth(part.name()), 1e9);
    }

    private Concern ofLedger(LedgerView ledger) {
        long difference = ledger.lines().stream()
                .mapToLong(line -> Math.abs(line.difference()))
                .sum();
        String reason = "The ledger does not balance: " + figures.count(difference)
                + " recipients are missing or too many since the check at " + figures.time(ledger.checkedAt()) + ".";
        return new Concern(Severity.CRITICAL, "Ledger", reason, new Target.ToLedger(), 1e10);
    }

    private void server(ServerView server, List<Concern> found) {
        FleetRow row = rows.server(server);
        if (row.severity().compareTo(Severity.NOTICE) < 0) return;
        found.add(new Concern(
                row.severity(),
                "Server " + server.id(),
                ofState(server.state(), row.reason()),
                new Target.ToServer(server.id()),
                server.capacity() + server.perSecond()));
    }

    /** A reason mostly names the state itself: {@code In maintenance, asked for by admin}. */
    private static String ofState(String state, String reason) {
        String text = state.equals("active") || reason.contains(state) ? reason : state + ": " + reason;
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void pool(PoolView pool, List<Concern> found) {
        Target target = new Target.ToPool(pool.id());
        if (!pool.balancerPresent())
            found.add(new Concern(
                    Severity.CRITICAL,
                    "Pool " + pool.id(),
                    "Its balancer " + pool.balancer() + " is not installed, so that its mail waits.",
                    target,
                    1e6));
        else if (!pool.reason().isEmpty())
            found.add(new Concern(Severity.WARNING, "Pool " + pool.id(), pool.reason(), target, 1e3));
    }

    private void queue(QueueView queue, Instant runtimeTime, List<Concern> found) {
        Target target = new Target.ToQueues(QueueScope.of(queue));
        Duration age = queue.oldest()
                .map(oldest -> Duration.between(oldest, runtimeTime))
                .orElse(Duration.ZERO);
        Severity byAge = thresholds.ofAge(age);
        if (queue.held())
            found.add(new Concern(
                    Severity.NOTICE.worse(byAge == Severity.CRITICAL ? Severity.WARNING : Severity.NOTICE),
                    "Queue " + queue.name(),
                    figures.count(queue.queued()) + " recipients are held: " + queue.reason(),
                    target,
                    queue.queued()));
        else if (byAge.compareTo(Severity.WARNING) >= 0)
            found.add(new Concern(
                    byAge,
                    "Queue " + queue.name(),
                    "Its oldest message waits for " + figures.duration(age) + "; " + figures.count(queue.queued())
                            + " recipients are queued: " + queue.reason(),
                    target,
                    age.toSeconds()));
    }

    private void provider(OverviewModel.Errors errors, List<Concern> found) {
        if (errors.severity().compareTo(Severity.WARNING) < 0) return;
        long bad = errors.outcomes().deferred() + errors.outcomes().bounced();
        String reason = figures.share(errors.outcomes().errorShare()) + " of "
                + figures.count(errors.outcomes().attempts())
                + " attempts of the last minute failed: "
                + figures.count(errors.outcomes().deferred()) + " deferred, "
                + figures.count(errors.outcomes().bounced()) + " bounced.";
        found.add(new Concern(
                errors.severity(), "Provider " + errors.name(), reason, new Target.ToProvider(errors.name()), bad));
    }
}

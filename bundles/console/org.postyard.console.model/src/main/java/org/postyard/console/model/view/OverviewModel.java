package org.postyard.console.model.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.history.AttemptWindow.Outcomes;
import org.postyard.console.model.history.History;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Subject;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;

/**
 * What the overview shows of one runtime. Immutable; a number that is not known is empty.
 *
 * @param acceptedPerSecond recipients
 * @param deliveredPerSecond recipients delivered or relayed
 * @param queueAge of the oldest message in the deepest queues
 * @param byProvider the providers with the most attempts of the last minute
 * @param bySite the destination sites with the most errors of the last minute
 * @param total the ledger of all message classes together
 * @param worst at most five, the worst first
 * @param staleSince when the last news came, if these are old
 */
public record OverviewModel(
        OptionalDouble acceptedPerSecond,
        OptionalDouble deliveredPerSecond,
        OptionalDouble bouncedPerSecond,
        OptionalDouble queued,
        Optional<Duration> queueAge,
        List<Errors> byProvider,
        List<Errors> bySite,
        Optional<LedgerView> ledger,
        LedgerLineView total,
        List<Concern> worst,
        Severity severity,
        Optional<Instant> staleSince) {
    private static final int MOST_GROUPS = 8;
    private static final int MOST_CONCERNS = 5;
    private static final Duration FRESH = Duration.ofSeconds(3);

    /** What became of the attempts at a provider or site in the last minute. */
    public record Errors(String name, Outcomes outcomes, Severity severity) {}

    public static OverviewModel of(
            RuntimeSnapshot snapshot,
            History history,
            AttemptWindow attempts,
            Thresholds thresholds,
            Figures figures,
            Instant now) {
        List<Errors> providers = errors(attempts.byProvider(now), thresholds);
        Instant lastNews =
                snapshot.staleSince().filter(since -> snapshot.known()).orElse(now);
        List<Concern> concerns = new Concerns(thresholds, figures).of(snapshot, providers, now);
        return new OverviewModel(
                last(history, Metric.ACCEPTED_PER_SECOND, lastNews),
                last(history, Metric.DELIVERED_PER_SECOND, lastNews),
                last(history, Metric.BOUNCED_PER_SECOND, lastNews),
                last(history, Metric.QUEUED, lastNews),
                queueAge(history, lastNews),
                top(providers, Comparator.comparing(errors -> -errors.outcomes().attempts())),
                top(
                        errors(attempts.bySite(now), thresholds),
                        Comparator.comparing(errors -> -(errors.outcomes().deferred()
                                + errors.outcomes().bounced()))),
                snapshot.ledger(),
                total(snapshot.ledger()),
                concerns.stream().limit(MOST_CONCERNS).toList(),
                concerns.stream().map(Concern::severity).reduce(calm(snapshot), Severity::worse),
                snapshot.staleSince());
    }

    private static Severity calm(RuntimeSnapshot snapshot) {
        return snapshot.known() ? Severity.OK : Severity.UNKNOWN;
    }

    private static List<Errors> top(List<Errors> all, Comparator<Errors> order) {
        return all.stream()
                .sorted(order.thenComparing(Errors::name))
                .limit(MOST_GROUPS)
                .toList();
    }

    static List<Errors> errors(Map<String, Outcomes> groups, Thresholds thresholds) {
        return groups.entrySet().stream()
                .map(group -> new Errors(group.getKey(), group.getValue(), severityOf(group.getValue(), thresholds)))
                .toList();
    }

    private static Severity severityOf(Outcomes outcomes, Thresholds thresholds) {
        if (outcomes.attempts() < thresholds.leastAttempts()) return Severity.OK;
        double all = outcomes.attempts();
        return thresholds.ofBounces(outcomes.bounced() / all).worse(thresholds.ofDeferrals(outcomes.deferred() / all));
    }

    private static OptionalDouble last(History history, Metric metric, Instant now) {
        return history.series(Subject.RUNTIME, metric, now.minus(FRESH), now).last();
    }

    private static Optional<Duration> queueAge(History history, Instant now) {
        OptionalDouble seconds = last(history, Metric.QUEUE_AGE, now);
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (seconds.getAsDouble() * 1000)));
    }

    private static LedgerLineView total(Optional<LedgerView> ledger) {
        LedgerLineView sum = new LedgerLineView("all", 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (LedgerLineView line : ledger.map(LedgerView::lines).orElse(List.of())) sum = plus(sum, line);
        return sum;
    }

    private static LedgerLineView plus(LedgerLineView a, LedgerLineView b) {
        return new LedgerLineView(
                a.messageClass(),
                a.accepted() + b.accepted(),
                a.delivered() + b.delivered(),
                a.relayed() + b.relayed(),
                a.bounced() + b.bounced(),
                a.expired() + b.expired(),
                a.suppressed() + b.suppressed(),
                a.cancelled() + b.cancelled(),
                a.queued() + b.queued(),
                a.difference() + b.difference());
    }
}

package org.postyard.console.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.history.AttemptWindow;
import org.postyard.console.model.history.History;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.HealthPartView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.PoolView;

class OverviewModelTest {
    private final History history = new History();
    private final AttemptWindow attempts = new AttemptWindow();
    private final RuntimeSnapshot calm = Examples.with(
            Examples.with(Examples.snapshot(), List.of(Examples.server("mta-1", "ams", "active")), List.of()),
            Examples.ledger(100, 90, 10),
            new HealthView(true, List.of(new HealthPartView("spool", true, "takes messages"))));

    @Test
    void aCalmYardHasNoConcernsAndUnknownNumbersAreEmpty() {
        OverviewModel model = of(calm);
        assertThat(model.worst()).isEmpty();
        assertThat(model.severity()).isEqualTo(Severity.OK);
        assertThat(model.acceptedPerSecond()).isEmpty();
        assertThat(model.queueAge()).isEmpty();
        assertThat(model.total().accepted()).isEqualTo(100);
    }

    @Test
    void theFiveWorstThingsComeFirstWithReasonAndTarget() {
        RuntimeSnapshot bad = Examples.with(
                Examples.with(
                        calm,
                        List.of(
                                Examples.server("mta-1", "ams", "down"),
                                Examples.server("mta-2", "ams", "draining"),
                                Examples.server("mta-3", "ams", "maintenance")),
                        List.of()),
                Examples.ledger(100, 80, 10),
                new HealthView(false, List.of(new HealthPartView("journal", false, "The database is away."))));
        bad = Examples.withQueues(
                bad,
                List.of(Examples.queue("acme", "spring", "example.org", 500, true)),
                List.of(new PoolView("default", "gone", false, "", List.of())));
        OverviewModel model = of(bad);
        assertThat(model.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(model.worst())
                .extracting(Concern::subject)
                .containsExactly(
                        "Ledger", "Health of journal", "Pool default", "Server mta-1", "Queue acme/spring/example.org");
        assertThat(model.worst()).extracting(Concern::target).contains(new Target.ToHealth("journal"));
        assertThat(model.worst().get(0).reason()).contains("10 recipients");
        assertThat(model.worst().get(3).target()).isEqualTo(new Target.ToServer("mta-1"));
    }

    @Test
    void whatHurtsMailIsCountedAndWhatIsOnlyToBeKnownIsNot() {
        assertThat(alerts(calm)).isEqualTo(new Alerts(0, Severity.OK, ""));
        RuntimeSnapshot bad = Examples.with(
                calm,
                List.of(
                        Examples.server("mta-1", "ams", "down"),
                        Examples.server("mta-2", "ams", "draining"),
                        Examples.server("mta-3", "ams", "active", 5, Optional.of(0.1))),
                List.of());
        assertThat(alerts(bad)).isEqualTo(new Alerts(2, Severity.CRITICAL, "Server mta-1: Down"));
        RuntimeSnapshot lost = Examples.with(calm, new LinkState.Stale(Examples.NOW, "It broke."));
        assertThat(alerts(lost).count()).isZero();
    }

    private Alerts alerts(RuntimeSnapshot snapshot) {
        return Alerts.of(snapshot, attempts, Thresholds.USUAL, new Figures(ZoneOffset.UTC), Examples.NOW);
    }

    @Test
    void aLostConnectionIsTheWorst() {
        OverviewModel model = of(Examples.with(calm, new LinkState.Stale(Examples.NOW, "It broke.")));
        assertThat(model.worst().get(0).reason()).isEqualTo("No news since 12:00:00: It broke.");
        assertThat(model.staleSince()).contains(Examples.NOW);
    }

    @Test
    void aProviderThatRefusesIsAConcernOnceThereAreEnoughAttempts() {
        attempts.add(List.of(Examples.event(1, "bounced")), Examples.NOW);
        assertThat(of(calm).worst()).isEmpty();
        attempts.add(
                IntStream.range(2, 60)
                        .mapToObj(i -> Examples.event(i, i % 2 == 0 ? "bounced" : "delivered"))
                        .toList(),
                Examples.NOW);
        OverviewModel model = of(calm);
        assertThat(model.worst()).extracting(Concern::target).containsExactly(new Target.ToProvider("Gmail"));
        assertThat(model.byProvider().get(0).outcomes().attempts()).isEqualTo(59);
    }

    @Test
    void numbersComeFromTheLastSecondsOnly() {
        history.ledger(Examples.ledger(Examples.NOW.minusSeconds(1), 100, 90, 10), Examples.NOW.minusSeconds(1));
        history.ledger(Examples.ledger(150, 130, 20), Examples.NOW);
        assertThat(of(calm).acceptedPerSecond()).hasValue(50);
        OverviewModel later = OverviewModel.of(
                calm, history, attempts, Thresholds.USUAL, new Figures(ZoneOffset.UTC), Examples.NOW.plusSeconds(30));
        assertThat(later.acceptedPerSecond()).isEmpty();
    }

    @Test
    void numbersOfALostRuntimeAreThoseOfItsLastSeconds() {
        history.ledger(Examples.ledger(Examples.NOW.minusSeconds(1), 100, 90, 10), Examples.NOW.minusSeconds(1));
        history.ledger(Examples.ledger(150, 130, 20), Examples.NOW);
        OverviewModel later = OverviewModel.of(
                Examples.with(calm, new LinkState.Stale(Examples.NOW, "It broke.")),
                history,
                attempts,
                Thresholds.USUAL,
                new Figures(ZoneOffset.UTC),
                Examples.NOW.plusSeconds(30));
        assertThat(later.acceptedPerSecond()).hasValue(50);
        assertThat(later.queued()).hasValue(20);
    }

    private OverviewModel of(RuntimeSnapshot snapshot) {
        return OverviewModel.of(
                snapshot, history, attempts, Thresholds.USUAL, new Figures(ZoneOffset.UTC), Examples.NOW);
    }
}

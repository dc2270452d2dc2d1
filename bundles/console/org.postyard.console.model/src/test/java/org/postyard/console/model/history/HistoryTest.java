package org.postyard.console.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;

class HistoryTest {
    private static final Instant NOW = Examples.NOW;
    private static final Subject SERVER = Subject.ofServer("mta-1");

    private final History history = new History();

    @Test
    void aPauseIsAGapAndNeverZero() {
        server(0, 5);
        server(1, 6);
        server(7, 8);
        Series series = history.series(SERVER, Metric.PER_SECOND, NOW, NOW.plusSeconds(8));
        assertThat(series.values())
                .containsExactly(5, 6, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 8, Double.NaN);
        assertThat(series.gapAt(3)).isTrue();
        assertThat(series.last()).hasValue(8);
    }

    @Test
    void aShareWithoutAttemptsIsAGap() {
        history.servers(List.of(Examples.server("mta-1", "ams", "active", 1, Optional.empty())), NOW);
        assertThat(history.series(SERVER, Metric.BOUNCE_SHARE, NOW, NOW).empty())
                .isTrue();
        assertThat(history.series(SERVER, Metric.PER_SECOND, NOW, NOW).last()).hasValue(1);
    }

    @Test
    void whatIsUnknownIsAllGap() {
        assertThat(history.series(Subject.ofServer("nobody"), Metric.LATENCY, NOW.minusSeconds(9), NOW)
                        .empty())
                .isTrue();
    }

    @Test
    void theFarPastIsKeptByTheMinute() {
        for (int second = 0; second < 3600; second++) server(second, second < 1800 ? 10 : 20);
        Instant end = NOW.plusSeconds(3599);
        Series hour = history.series(SERVER, Metric.PER_SECOND, NOW, end);
        assertThat(hour.step()).isEqualTo(Duration.ofMinutes(1));
        assertThat(hour.at(5)).isEqualTo(10);
        assertThat(hour.at(55)).isEqualTo(20);
        Series recent = history.series(SERVER, Metric.PER_SECOND, end.minusSeconds(60), end);
        assertThat(recent.step()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void theRingForgetsWhatIsTooOldAndKeepsItsSize() {
        Ring ring = new Ring(Duration.ofSeconds(1), 100);
        for (int second = 0; second < 1000; second++) ring.put(second * 1000L, second);
        assertThat(ring.between(0, 999_000).size()).isEqualTo(100);
        assertThat(ring.between(950_000, 999_000).at(0)).isEqualTo(950);
        assertThat(ring.between(800_000, 899_000).empty()).isTrue();
        ring.put(2_000_000, 1);
        assertThat(ring.between(1_901_000, 2_000_000).last()).hasValue(1);
        assertThat(ring.between(1_901_000, 1_999_000).empty()).isTrue();
    }

    @Test
    void severalValuesOfOneStepAreItsMean() {
        Ring ring = new Ring(Duration.ofSeconds(10), 10);
        ring.put(0, 10);
        ring.put(4_000, Float.NaN);
        ring.put(9_000, 20);
        assertThat(ring.between(0, 9_000).values()).containsExactly(15);
    }

    @Test
    void ratesAreDerivedFromTheLedger() {
        history.ledger(Examples.ledger(NOW, 100, 100, 0), NOW);
        history.ledger(Examples.ledger(NOW.plusSeconds(2), 160, 150, 10), NOW.plusSeconds(2));
        Series accepted = history.series(Subject.RUNTIME, Metric.ACCEPTED_PER_SECOND, NOW, NOW.plusSeconds(2));
        assertThat(accepted.values()).containsExactly(Double.NaN, Double.NaN, 30);
        Series delivered = history.series(Subject.RUNTIME, Metric.DELIVERED_PER_SECOND, NOW, NOW.plusSeconds(2));
        assertThat(delivered.last()).hasValue(25);
    }

    @Test
    void aLedgerThatWasLongOnItsWayMakesNoPeak() {
        history.ledger(Examples.ledger(NOW, 100, 100, 0), NOW);
        history.ledger(Examples.ledger(NOW.plusSeconds(2), 160, 160, 0), NOW.plusMillis(2_900));
        history.ledger(Examples.ledger(NOW.plusSeconds(3), 190, 190, 0), NOW.plusMillis(3_020));
        Series accepted = history.series(Subject.RUNTIME, Metric.ACCEPTED_PER_SECOND, NOW, NOW.plusSeconds(3));
        assertThat(accepted.largest()).isEqualTo(30);
        assertThat(accepted.last()).hasValue(30);
    }

    @Test
    void aLedgerThatIsToldAgainIsNoGapUnlessThatGoesOn() {
        history.ledger(Examples.ledger(NOW, 100, 100, 0), NOW);
        history.ledger(Examples.ledger(NOW.plusSeconds(1), 130, 130, 0), NOW.plusSeconds(1));
        for (int second = 2; second <= 10; second++)
            history.ledger(Examples.ledger(NOW.plusSeconds(1), 130, 130, 0), NOW.plusSeconds(second));
        history.ledger(Examples.ledger(NOW.plusSeconds(3), 200, 200, 0), NOW.plusSeconds(11));

        Series accepted =
                history.series(Subject.RUNTIME, Metric.ACCEPTED_PER_SECOND, NOW.plusSeconds(1), NOW.plusSeconds(11));
        double gap = Double.NaN;
        assertThat(accepted.values()).containsExactly(30, 30, 30, 30, 30, 30, gap, gap, gap, gap, 35);
    }

    @Test
    void newsOfEverySecondThatSkipASecondLeaveNoGap() {
        Ring ring = new Ring(Duration.ofSeconds(1), 10);
        ring.put(900, 5);
        ring.put(2_050, 7);
        assertThat(ring.between(0, 2_000).values()).containsExactly(5, 7, 7);
        ring.put(3_000, Float.NaN);
        ring.put(5_100, 8);
        assertThat(ring.between(2_000, 5_000).values()).containsExactly(7, Double.NaN, Double.NaN, 8);
        ring.put(9_000, 9);
        assertThat(ring.between(5_000, 9_000).values()).containsExactly(8, Double.NaN, Double.NaN, Double.NaN, 9);
    }

    @Test
    void aCounterThatBeginsAnewGivesNoRate() {
        RateMeter meter = new RateMeter();
        meter.rate(NOW, 1000, NOW);
        assertThat(meter.rate(NOW.plusSeconds(1), 10, NOW.plusSeconds(1))).isNaN();
        assertThat(meter.rate(NOW.plusSeconds(2), 30, NOW.plusSeconds(2))).isEqualTo(20);
        assertThat(meter.rate(NOW.plusSeconds(60), 31, NOW.plusSeconds(60))).isNaN();
    }

    @Test
    void fewerPointsAreMeansThatRespectGaps() {
        server(0, 10);
        server(1, 30);
        Series reduced = history.series(SERVER, Metric.PER_SECOND, NOW, NOW.plusSeconds(3))
                .reducedTo(2);
        assertThat(reduced.values()).containsExactly(20, Double.NaN);
        assertThat(reduced.step()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void attemptsOfTheLastMinuteAreCountedByProvider() {
        AttemptWindow window = new AttemptWindow();
        window.add(
                List.of(Examples.event(1, "delivered"), Examples.event(2, "deferred"), Examples.event(3, "received")),
                NOW);
        window.add(List.of(Examples.event(4, "bounced")), NOW.plusSeconds(30));
        assertThat(window.byProvider(NOW.plusSeconds(31)).get("Gmail")).isEqualTo(new AttemptWindow.Outcomes(1, 1, 1));
        assertThat(window.byProvider(NOW.plusSeconds(61)).get("Gmail")).isEqualTo(new AttemptWindow.Outcomes(0, 0, 1));
        assertThat(window.bySite(NOW.plusSeconds(100))).isEmpty();
    }

    private void server(int second, double perSecond) {
        history.servers(
                List.of(Examples.server("mta-1", "ams", "active", perSecond, Optional.of(0.0))),
                NOW.plusSeconds(second));
    }
}

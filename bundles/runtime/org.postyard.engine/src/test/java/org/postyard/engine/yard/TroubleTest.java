package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postyard.engine.yard.YardFixture.await;
import static org.postyard.engine.yard.YardFixture.direct;
import static org.postyard.engine.yard.YardFixture.fleet;
import static org.postyard.engine.yard.YardFixture.relay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.EventKind;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Directives;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.engine.site.SiteLookup;
import org.postyard.testkit.store.InMemoryDirectives;

/** What the yard does while something that it needs is away or broken. */
@Execution(ExecutionMode.CONCURRENT)
class TroubleTest {
    private final AwayDirectives directives = new AwayDirectives();
    private final YardFixture yard = new YardFixture(Optional.empty(), directives, Duration.ofMillis(200));

    @AfterEach
    void close() throws InterruptedException {
        yard.close();
    }

    /** A store that can be away. */
    private static final class AwayDirectives implements Directives {
        private final InMemoryDirectives kept = new InMemoryDirectives();
        private volatile boolean away;

        private void check() {
            if (away) throw new StoreUnavailableException("away", new IOException("away"));
        }

        @Override
        public Map<String, String> all() {
            check();
            return kept.all();
        }

        @Override
        public void put(String key, String value) {
            check();
            kept.put(key, value);
        }

        @Override
        public void remove(String key) {
            check();
            kept.remove(key);
        }
    }

    private static ActionResult result(CompletionStage<ActionResult> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aJournalThatTakesNoEventsIsSaidToBeSoAndHoldsUpNoMail() {
        yard.start(fleet(relay("a")));
        yard.journal.setAvailable(false);
        yard.send("one@example.com");
        await("relayed", () -> yard.count(EventKind.RELAYED) == 1);
        await("said", () -> yard.events.journalTrouble().contains("unavailable"));
        assertThat(yard.events.journalLag()).isPositive();
        yard.journal.setAvailable(true);
        await("taken", () -> yard.events.journalTrouble().isEmpty() && yard.events.journalLag() == 0);
    }

    @Test
    void aStartThatFailsIsToldAndTriedAgainUntilItSucceeds() throws Exception {
        directives.away = true;
        yard.injection.fleetChanged(fleet(relay("a")));
        CompletableFuture<Void> ready = yard.yard.start(fleet(relay("a"))).toCompletableFuture();
        await("the trouble is told", () -> yard.yard.trouble().contains("away"));
        assertThat(yard.yard.ready()).isFalse();
        directives.away = false;
        ready.get(10, TimeUnit.SECONDS);
        assertThat(yard.yard.trouble()).isEmpty();
        yard.send("r@example.com");
        await("relayed", () -> yard.count(EventKind.RELAYED) == 1);
    }

    @Test
    void aHoldAndADrainSayWhetherTheyWouldSurviveARestart() throws Exception {
        yard.start(fleet(relay("a")));
        assertThat(result(yard.yard.hold(QueueFilter.ALL, "", "tester")).text()).doesNotContain("restart");
        assertThat(directives.kept.all()).hasSize(1);
        directives.away = true;
        assertThat(result(yard.yard.release(QueueFilter.ALL, "tester")).text())
                .contains("would not survive a restart yet");
        assertThat(result(yard.yard.want("a", ServerState.DRAINING, "tester")).text())
                .contains("would not survive a restart yet");
        directives.away = false;
        await("both are kept in the end", () -> directives.kept.all().keySet().equals(java.util.Set.of("server/a")));
    }

    @Test
    void releasingAPartLeavesWhatABroaderHoldCovers() throws Exception {
        yard.start(fleet(relay("a")));
        QueueFilter domain =
                new QueueFilter(Optional.empty(), Optional.empty(), Optional.of("example.com"), Optional.empty());
        result(yard.yard.hold(QueueFilter.ALL, "everything", "tester"));
        result(yard.yard.hold(domain, "only this", "tester"));
        yard.send("r@example.com");
        await("held", () -> yard.queued() == 1);
        assertThat(result(yard.yard.release(domain, "tester")).text()).contains("1 queue stays held by a broader hold");
        assertThat(yard.yard.queues(QueueFilter.ALL, 10).get(0).reason()).contains("everything");
        result(yard.yard.release(QueueFilter.ALL, "tester"));
        await("relayed", () -> yard.count(EventKind.RELAYED) == 1);
    }

    @Test
    void aSourceThatIsChangedWhileItIsBusyKeepsToTheLimitOfItsPath() {
        PathLimits one = new PathLimits(1, 0, 0, 0, 0, 0);
        yard.connector.holdDeliveries();
        yard.start(fleet(one, Duration.ofHours(1), relay("a")));
        yard.send("r1@example.com");
        await("busy", () -> yard.connector.pendingDeliveries() == 1);
        SendingServer before = relay("a");
        EgressSource source = before.sources().get(0);
        EgressSource changed = new EgressSource(
                "a", "a", "smtp", source.nextHop(), "", "new.example", source.tls(), Optional.empty(), Map.of());
        SendingServer after = new SendingServer(
                "a", SendingServer.Role.RELAY, "", 1, 0, before.downAfter(), before.probation(), List.of(changed));
        yard.yard
                .fleetChanged(fleet(one, Duration.ofHours(1), after))
                .toCompletableFuture()
                .join();
        yard.send("r2@example.com");
        await("ready", () -> yard.yard.snapshot().sources().get(0).ready() == 1);
        yard.connector.releaseDeliveries();
        await("both relayed", () -> yard.count(EventKind.RELAYED) == 2);
        assertThat(yard.connector.mostOpen("a>*")).isEqualTo(1);
    }

    @Test
    void whatIsReadySaysSinceWhenItsOldestMessageWaits() {
        PathLimits one = new PathLimits(1, 0, 0, 0, 0, 0);
        yard.connector.holdDeliveries();
        yard.start(fleet(one, Duration.ofHours(1), relay("a")));
        yard.send("r1@example.com");
        await("busy", () -> yard.connector.pendingDeliveries() == 1);
        assertThat(yard.yard.snapshot().sources().get(0).oldestReady()).isEmpty();
        Instant before = YardFixture.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
        yard.send("r2@example.com");
        await("ready", () -> yard.yard.snapshot().sources().get(0).ready() == 1);
        assertThat(yard.yard.snapshot().sources().get(0).oldestReady())
                .hasValueSatisfying(oldest -> assertThat(oldest).isBetween(before, YardFixture.CLOCK.instant()));
        YardSnapshot waiting = yard.yard.snapshot();
        assertThat(waiting.servers().get(0).oldestReady())
                .isEqualTo(waiting.sources().get(0).oldestReady());
        yard.connector.releaseDeliveries();
        await("both relayed", () -> yard.count(EventKind.RELAYED) == 2);
        await(
                "none is ready",
                () -> yard.yard.snapshot().servers().get(0).oldestReady().isEmpty());
    }

    @Test
    void aConnectorThatNeverAnswersAConnectIsGivenUp() {
        yard.connector.holdConnects();
        yard.start(fleet(relay("a")));
        yard.send("r@example.com");
        await("given up", () -> yard.yard.snapshot().sources().get(0).reason().contains("has not kept the deadline"));
        yard.connector.releaseConnects();
        await("what came too late is closed", () -> yard.connector.open() == 0);
        assertThat(yard.count(EventKind.RELAYED)).isZero();
    }

    @Test
    void aWholeQueueForADomainWithoutMailIsBouncedInSlices() throws Exception {
        CompletableFuture<SiteLookup> answer = new CompletableFuture<>();
        yard.sites = (domain, fleet) -> answer;
        yard.start(fleet(direct("a")));
        for (int i = 0; i < 2_500; i++) yard.send("r" + i + "@nowhere.example");
        answer.complete(new SiteLookup.NoMail(new SmtpReply(556, "5.1.10", "takes no mail")));
        await(
                "all bounced",
                () -> yard.yard.snapshot().ledger().lines().stream()
                                .mapToLong(line -> line.counts().bounced())
                                .sum()
                        >= 2_500);
    }
}

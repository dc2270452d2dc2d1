package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postyard.engine.yard.YardFixture.await;
import static org.postyard.engine.yard.YardFixture.direct;
import static org.postyard.engine.yard.YardFixture.fleet;
import static org.postyard.engine.yard.YardFixture.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.LimitRule;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Priority;
import org.postyard.api.operation.ActionResult;
import org.postyard.api.operation.Directives;
import org.postyard.api.operation.QueueFilter;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.api.suppression.Suppression;
import org.postyard.engine.site.SiteLookup;
import org.postyard.testkit.delivery.FakeConnector;
import org.postyard.testkit.store.InMemoryDirectives;

@Execution(ExecutionMode.CONCURRENT)
class YardTest {
    private YardFixture yard = new YardFixture();

    @AfterEach
    void close() throws InterruptedException {
        yard.close();
    }

    private List<String> sourcesUsed() {
        return yard.connector.deliveries().stream()
                .map(delivery -> delivery.path().source().id())
                .toList();
    }

    private void awaitBalanced(long ended) {
        await("ledger with " + ended + " ended", () -> {
            var ledger = yard.yard.snapshot().ledger();
            return ledger.balanced()
                    && ledger.lines().stream()
                                    .mapToLong(line -> line.counts().ended())
                                    .sum()
                            == ended;
        });
    }

    @Test
    void whatIsAcceptedIsRelayedOverAllServersInTurnAndTheLedgerBalances() {
        yard.start(fleet(relay("a"), relay("b"), relay("c")));
        for (int i = 0; i < 30; i++) yard.send("r" + i + "@example.com");
        awaitBalanced(30);
        Map<String, Long> shares =
                sourcesUsed().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        assertThat(shares).containsOnly(Map.entry("a", 10L), Map.entry("b", 10L), Map.entry("c", 10L));
        assertThat(yard.spool.held()).isEmpty();
        assertThat(yard.spool.inFlight()).isEmpty();
    }

    @Test
    void aTemporaryRefusalIsTriedAgainByTheTimetableAndNeverEndsAsAFailure() {
        AtomicInteger attempts = new AtomicInteger();
        yard.connector.answer((path, message, recipient) ->
                attempts.incrementAndGet() < 4 ? FakeConnector.deferred() : FakeConnector.accepted(path));
        yard.start(fleet(relay("a")));
        MessageId id = yard.send("r@example.com");
        awaitBalanced(1);
        assertThat(yard.kindsOf(id))
                .containsExactly(
                        EventKind.RECEIVED,
                        EventKind.DEFERRED,
                        EventKind.DEFERRED,
                        EventKind.DEFERRED,
                        EventKind.RELAYED);
        assertThat(yard.eventsOf(id).stream().map(event -> event.attempt().number()))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aHardBounceIsReportedToTheSenderAndTheAddressIsSuppressed() {
        yard.connector.answer((path, message, recipient) ->
                recipient.address().startsWith("bad") ? FakeConnector.bounced() : FakeConnector.accepted(path));
        yard.start(fleet(relay("a")));
        MessageId id = yard.send("bad@example.com");
        awaitBalanced(2);
        assertThat(yard.kindsOf(id)).containsExactly(EventKind.RECEIVED, EventKind.BOUNCED);
        var report = yard.connector.deliveries().get(1).message();
        assertThat(report.message().envelope().sender()).isEmpty();
        assertThat(report.recipients().get(0).address()).isEqualTo("sender@example.org");
        assertThat(new String(report.content().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Final-Recipient: rfc822; bad@example.com")
                .contains("Status: 5.1.1")
                .contains("Action: failed");
        await("suppression", () -> yard.suppressions
                .match("bad@example.com", Handling.DEFAULT_TENANT)
                .isPresent());
        MessageId again = yard.send("bad@example.com");
        awaitBalanced(3);
        assertThat(yard.kindsOf(again)).containsExactly(EventKind.RECEIVED, EventKind.SUPPRESSED);
    }

    @Test
    void aNullSenderNeverGetsAReport() {
        yard.connector.answer((path, message, recipient) -> FakeConnector.bounced());
        yard.start(fleet(relay("a")));
        yard.send(Envelope.of("", List.of("bad@example.com")), Handling.DEFAULT);
        awaitBalanced(1);
        assertThat(yard.connector.deliveries()).hasSize(1);
    }

    @Test
    void recipientsOfSeveralDomainsLeaveInOneTransactionAndEachHasItsOwnFate() {
        yard.connector.answer((path, message, recipient) ->
                recipient.address().startsWith("bad") ? FakeConnector.bounced() : FakeConnector.accepted(path));
        yard.start(fleet(relay("a")));
        MessageId id = yard.send(
                Envelope.of("", List.of("one@a.example", "bad@b.example", "two@a.example")), Handling.DEFAULT);
        awaitBalanced(3);
        assertThat(yard.connector.deliveries()).hasSize(1);
        Map<String, EventKind> fates = yard.eventsOf(id).stream()
                .filter(event -> event.kind() != EventKind.RECEIVED)
                .collect(Collectors.toMap(DeliveryEvent::recipient, DeliveryEvent::kind));
        assertThat(fates)
                .containsOnly(
                        Map.entry("one@a.example", EventKind.RELAYED),
                        Map.entry("two@a.example", EventKind.RELAYED),
                        Map.entry("bad@b.example", EventKind.BOUNCED));
    }

    @Test
    void aServerThatRefusesConnectionsLosesItsMailToTheOthers() {
        yard.connector.answerConnects(path -> path.source().id().equals("a")
                ? Optional.of(new ConnectResult.Unreachable(
                        "127.0.0.1:2600", new SmtpReply(421, "4.4.1", "connection refused")))
                : Optional.empty());
        yard.start(fleet(relay("a", Duration.ofMillis(300), Duration.ofMinutes(5)), relay("b")));
        for (int i = 0; i < 40; i++) yard.send("r" + i + "@example.com");
        awaitBalanced(40);
        assertThat(Set.copyOf(sourcesUsed())).containsOnly("b");
        yard.send("one-more@example.com");
        yard.send("another@example.com");
        await("server a is down", () -> {
            if (yard.server("a").state() == ServerState.DOWN) return true;
            yard.send("probe@example.com");
            return false;
        });
        assertThat(yard.server("a").reason()).contains("has not answered");
    }

    @Test
    void aServerThatWasDownReturnsAfterItsProbation() {
        CompletableFuture<Void> repaired = new CompletableFuture<>();
        yard.connector.answerConnects(path -> path.source().id().equals("a") && !repaired.isDone()
                ? Optional.of(new ConnectResult.Unreachable(
                        "127.0.0.1:2600", new SmtpReply(421, "4.4.1", "connection refused")))
                : Optional.empty());
        yard.start(fleet(relay("a", Duration.ofMillis(100), Duration.ofMillis(200)), relay("b")));
        await("server a is down", () -> {
            yard.send("r@example.com");
            return yard.server("a").state() == ServerState.DOWN;
        });
        repaired.complete(null);
        await("server a works again", () -> {
            yard.send("r@example.com");
            return yard.server("a").state() == ServerState.ACTIVE
                    && sourcesUsed().contains("a");
        });
    }

    @Test
    void aDrainedServerGetsNoNewWorkAndAResumedOneDoes() {
        yard.start(fleet(relay("a"), relay("b")));
        ActionResult drained = yard.yard
                .want("a", ServerState.DRAINING, "tester")
                .toCompletableFuture()
                .join();
        assertThat(drained.done()).isTrue();
        for (int i = 0; i < 10; i++) yard.send("r" + i + "@example.com");
        awaitBalanced(10);
        assertThat(sourcesUsed()).containsOnly("b");
        yard.yard.want("a", ServerState.ACTIVE, "tester").toCompletableFuture().join();
        for (int i = 0; i < 10; i++) yard.send("r" + i + "@example.com");
        awaitBalanced(20);
        assertThat(sourcesUsed()).contains("a");
    }

    @Test
    void anUnknownServerIsNamedInTheAnswer() {
        yard.start(fleet(relay("a")));
        ActionResult result = yard.yard
                .want("nope", ServerState.DRAINING, "tester")
                .toCompletableFuture()
                .join();
        assertThat(result.done()).isFalse();
        assertThat(result.text()).contains("nope").contains("[a]");
    }

    @Test
    void heldQueuesSendNothingUntilReleasedAlsoMailThatComesLater() {
        yard.start(fleet(relay("a")));
        QueueFilter filter =
                new QueueFilter(Optional.empty(), Optional.empty(), Optional.of("held.example"), Optional.empty());
        yard.yard.hold(filter, "a test", "tester").toCompletableFuture().join();
        yard.send("one@held.example");
        yard.send("two@free.example");
        awaitBalanced(1);
        assertThat(yard.queued()).isEqualTo(1);
        assertThat(yard.yard.queues(filter, 10).get(0).reason()).isEqualTo("held by tester: a test");
        assertThat(yard.yard.inspect(filter, 10).toCompletableFuture().join().get(0))
                .as("due since it came")
                .satisfies(held -> assertThat(held.nextAttempt()).isEqualTo(held.receivedAt()));
        yard.yard.release(filter, "tester").toCompletableFuture().join();
        awaitBalanced(2);
    }

    @Test
    void deletedMailEndsAsCancelled() {
        yard.start(fleet(relay("a")));
        yard.yard.hold(QueueFilter.ALL, "", "tester").toCompletableFuture().join();
        for (int i = 0; i < 5; i++) yard.send("r" + i + "@example.com");
        await("queued", () -> yard.queued() == 5);
        ActionResult deleted = yard.yard
                .delete(QueueFilter.ALL, "wrong list", "tester")
                .toCompletableFuture()
                .join();
        assertThat(deleted.touched()).isEqualTo(5);
        awaitBalanced(5);
        assertThat(yard.count(EventKind.CANCELLED)).isEqualTo(5);
        assertThat(yard.spool.held()).isEmpty();
        assertThat(yard.connector.deliveries()).isEmpty();
    }

    @Test
    void expeditedMailIsTriedAtOnce() {
        yard.start(fleet(relay("a")));
        Handling later = new Handling(
                "default",
                "",
                MessageClass.BULK,
                Priority.NORMAL,
                Optional.empty(),
                Optional.of(YardFixture.CLOCK.instant().plusSeconds(1800)),
                Optional.empty());
        yard.send(later, "r@example.com");
        await("queued", () -> yard.queued() == 1);
        assertThat(yard.connector.deliveries()).isEmpty();
        yard.yard.expedite(QueueFilter.ALL, "tester").toCompletableFuture().join();
        awaitBalanced(1);
    }

    @Test
    void anAttemptWithoutAnAnswerIsListedAsAPossibleDuplicateAndSentAgain() {
        AtomicInteger attempts = new AtomicInteger();
        yard.connector.answer((path, message, recipient) -> attempts.incrementAndGet() == 1
                ? new AttemptResult.Unconfirmed(new SmtpReply(451, "4.4.2", "connection lost after the final dot"))
                : FakeConnector.accepted(path));
        yard.start(fleet(relay("a")));
        MessageId id = yard.send("r@example.com");
        awaitBalanced(1);
        assertThat(yard.eventsOf(id).stream().filter(event -> event.attempt().unconfirmed()))
                .hasSize(1);
        assertThat(yard.yard.snapshot().ledger().possibleDuplicates()).isEqualTo(1);
    }

    @Test
    void afterARestartWhatWasInFlightIsListedAndEverythingIsSent() throws InterruptedException {
        yard.connector.holdDeliveries();
        yard.start(fleet(relay("a")));
        MessageId inFlight = yard.send("r@example.com");
        await("in flight", () -> yard.connector.pendingDeliveries() == 1);
        try (YardFixture next = new YardFixture(Optional.of(yard.spool.reopen()), yard.directives)) {
            next.start(fleet(relay("a")));
            await("sent again", () -> next.connector.deliveries().size() == 1);
            await("settled", () -> next.spool.held().isEmpty());
            await(
                    "listed",
                    () -> next.eventsOf(inFlight).stream()
                                    .filter(event -> event.attempt().unconfirmed())
                                    .count()
                            == 1);
            await(
                    "balanced",
                    () -> next.yard.snapshot().ledger().balanced()
                            && next.yard
                                            .snapshot()
                                            .ledger()
                                            .lines()
                                            .get(0)
                                            .counts()
                                            .ended()
                                    == 1);
        }
    }

    @Test
    void heldQueuesAndDrainedServersSurviveARestart() throws InterruptedException {
        yard.start(fleet(relay("a"), relay("b")));
        yard.yard.hold(QueueFilter.ALL, "", "tester").toCompletableFuture().join();
        yard.yard
                .want("a", ServerState.DRAINING, "tester")
                .toCompletableFuture()
                .join();
        yard.send("r@example.com");
        await("directives", () -> yard.directives.all().size() == 2);
        try (YardFixture next = new YardFixture(Optional.of(yard.spool.reopen()), yard.directives)) {
            next.start(fleet(relay("a"), relay("b")));
            assertThat(next.queued()).isEqualTo(1);
            assertThat(next.server("a").state()).isEqualTo(ServerState.DRAINING);
            next.yard.release(QueueFilter.ALL, "tester").toCompletableFuture().join();
            await("sent", () -> next.connector.deliveries().size() == 1);
            assertThat(next.connector.deliveries().get(0).path().source().id()).isEqualTo("b");
        }
    }

    @Test
    void neverMoreConnectionsThanThePathAllows() {
        yard.connector.holdDeliveries();
        yard.start(fleet(new PathLimits(3, 5, 0, 0, 0, 0), Duration.ofHours(1), relay("a")));
        for (int i = 0; i < 50; i++) yard.send("r" + i + "@example.com");
        await("three in flight", () -> yard.connector.pendingDeliveries() == 3);
        yard.connector.releaseDeliveries();
        awaitBalanced(50);
        assertThat(yard.connector.mostOpen("a>*")).isLessThanOrEqualTo(3);
        Map<Integer, Long> perSession = yard.connector.deliveries().stream()
                .collect(Collectors.groupingBy(FakeConnector.Delivery::session, Collectors.counting()));
        assertThat(perSession.values()).allMatch(messages -> messages <= 5);
    }

    @Test
    void aCapOfTheHourIsNeverExceeded() {
        yard.start(fleet(new PathLimits(0, 0, 0, 0, 7, 0), Duration.ofHours(1), relay("a")));
        for (int i = 0; i < 20; i++) yard.send("r" + i + "@example.com");
        await("cap reached", () -> yard.connector.deliveries().size() == 7);
        await(
                "reason",
                () -> yard.yard.queues(QueueFilter.ALL, 1).get(0).reason().contains("used up its cap of 7 an hour"));
        assertThat(yard.connector.deliveries()).hasSize(7);
    }

    @Test
    void whatWasUsedOfACapCountsAlsoAfterARestart() throws Exception {
        Fleet sevenADay = fleet(new PathLimits(0, 0, 0, 0, 0, 7), Duration.ofHours(1), relay("a"));
        yard.start(sevenADay);
        for (int i = 0; i < 20; i++) yard.send("r" + i + "@example.com");
        await("cap reached", () -> yard.count(EventKind.RELAYED) == 7);
        await("kept while it runs", () -> yard.caps.read().values().stream().anyMatch(use -> use.usedThisDay() == 7));

        try (YardFixture next =
                new YardFixture(Optional.of(yard.spool.reopen()), yard.directives, yard.caps, Duration.ofSeconds(30))) {
            next.start(sevenADay);
            await(
                    "reason",
                    () -> next.yard.queues(QueueFilter.ALL, 1).get(0).reason().contains("used up its cap of 7 a day"));
            assertThat(next.connector.deliveries()).isEmpty();
        }
    }

    @Test
    void aMessageThatIsTooOldExpiresAndTheSenderHearsOfIt() {
        yard.connector.answer((path, message, recipient) ->
                recipient.address().startsWith("sender") ? FakeConnector.accepted(path) : FakeConnector.deferred());
        yard.start(fleet(PathLimits.NONE, Duration.ofMillis(400), relay("a")));
        MessageId id = yard.send("r@example.com");
        await("expired", () -> yard.kindsOf(id).contains(EventKind.EXPIRED));
        await("report", () -> yard.connector.deliveries().stream()
                .anyMatch(delivery ->
                        delivery.message().message().envelope().sender().isEmpty()));
        String report = yard.connector.deliveries().stream()
                .filter(delivery ->
                        delivery.message().message().envelope().sender().isEmpty())
                .map(delivery -> new String(delivery.message().content().bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(report)
                .as("what the last attempt was answered")
                .contains("Not delivered in time; given up after ")
                .contains("; last reply: 4");
    }

    @Test
    void urgentMailOvertakesBulkThatIsAlreadyQueued() {
        yard.connector.holdDeliveries();
        yard.start(fleet(new PathLimits(1, 0, 0, 0, 0, 0), Duration.ofHours(1), relay("a")));
        for (int i = 0; i < 50; i++) yard.send("bulk" + i + "@example.com");
        await("first in flight", () -> yard.connector.pendingDeliveries() == 1);
        yard.send(Handling.of("default", "", MessageClass.TRANSACTIONAL), "urgent@example.com");
        await("all queued", () -> yard.queued() == 51);
        yard.connector.releaseDeliveries();
        awaitBalanced(51);
        List<String> order = yard.connector.deliveries().stream()
                .map(delivery -> delivery.message().recipients().get(0).address())
                .toList();
        assertThat(order.indexOf("urgent@example.com")).isLessThan(5);
    }

    @Test
    void queuesOfOneSiteTakeTurns() {
        yard.connector.holdDeliveries();
        yard.start(fleet(new PathLimits(1, 0, 0, 0, 0, 0), Duration.ofHours(1), relay("a")));
        for (int i = 0; i < 40; i++)
            yard.send(Handling.of("default", "big", MessageClass.BULK), "big" + i + "@example.com");
        yard.send(Handling.of("default", "small", MessageClass.BULK), "small@example.com");
        await("all queued", () -> yard.queued() == 41);
        yard.connector.releaseDeliveries();
        awaitBalanced(41);
        List<String> order = yard.connector.deliveries().stream()
                .map(delivery -> delivery.message().recipients().get(0).address())
                .toList();
        assertThat(order.indexOf("small@example.com")).isLessThan(6);
        List<String> big = new ArrayList<>(order);
        big.remove("small@example.com");
        assertThat(big)
                .isEqualTo(java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> "big" + i + "@example.com")
                        .toList());
    }

    @Test
    void aConnectorThatIsReplacedUnderLoadLosesNothing() {
        yard.start(fleet(relay("a"), relay("b")));
        FakeConnector replacement = new FakeConnector();
        for (int i = 0; i < 200; i++) {
            yard.send("r" + i + "@example.com");
            if (i == 100) {
                yard.connectors.unbind(
                        1,
                        slot -> yard.yard.connectorLeaves(slot, false),
                        slot -> yard.yard.connectorLeaves(slot, true));
                yard.plugIn(7, replacement);
                yard.yard.pluginArrived();
            }
        }
        awaitBalanced(200);
        assertThat(replacement.deliveries()).hasSizeGreaterThan(90);
        assertThat(yard.count(EventKind.DEFERRED)).isZero();
        assertThat(yard.connector.open()).isZero();
    }

    @Test
    void withoutAConnectorMailWaitsAndSaysSo() {
        yard.connectors.unbind(1, slot -> {}, slot -> {});
        yard.start(fleet(relay("a")));
        yard.send("r@example.com");
        await("reason", () -> {
            var queues = yard.yard.queues(QueueFilter.ALL, 1);
            return !queues.isEmpty()
                    && queues.get(0).reason().contains("connector 'smtp' of source a is not installed");
        });
        yard.plugIn(9, yard.connector);
        yard.yard.pluginArrived();
        awaitBalanced(1);
    }

    @Test
    void withoutServersMailWaitsAndSaysSoWhateverDnsSays() {
        yard.sites = (domain, fleet) ->
                CompletableFuture.completedFuture(new SiteLookup.NoMail(new SmtpReply(550, "5.1.2", "no such domain")));
        yard.start(fleet());
        yard.send("r@example.com");
        await("reason", () -> {
            var queues = yard.yard.queues(QueueFilter.ALL, 1);
            return !queues.isEmpty() && queues.get(0).reason().contains("has no members");
        });
        yard.yard.fleetChanged(fleet(relay("a"))).toCompletableFuture().join();
        awaitBalanced(1);
    }

    @Test
    void aBrokenBalancerStopsNothingForGood() {
        yard.balancers.unbind(2, slot -> {}, slot -> {});
        AtomicInteger calls = new AtomicInteger();
        yard.balancers.bind(
                new org.postyard.engine.slot.SlotOwner("balancer", "rotate", 3, 0, "test", "2"), (request, view) -> {
                    if (calls.incrementAndGet() < 5) throw new IllegalStateException("broken");
                    return YardFixture.ROTATE.select(request, view);
                });
        yard.start(fleet(relay("a")));
        yard.send("r@example.com");
        awaitBalanced(1);
    }

    @Test
    void mailForOneSiteSharesItsPathWhateverItsDomain() {
        DestinationSite site =
                new DestinationSite("mx.example", List.of(new HostPort("mx.example", 25)), Optional.of("p"));
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(new SiteLookup.Found(site, 60_000));
        yard.start(fleet(new PathLimits(2, 0, 0, 0, 0, 0), Duration.ofHours(1), direct("a")));
        for (int i = 0; i < 20; i++) yard.send("r@d" + i + ".example");
        awaitBalanced(20);
        assertThat(yard.connector.mostOpen("a>mx.example")).isLessThanOrEqualTo(2);
        assertThat(yard.count(EventKind.DELIVERED)).isEqualTo(20);
    }

    @Test
    void dnsTroubleDefersAndADomainWithoutMailBounces() {
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(
                domain.startsWith("dead")
                        ? new SiteLookup.NoMail(new SmtpReply(556, "5.1.10", "takes no mail"))
                        : new SiteLookup.Failed("SERVFAIL"));
        yard.start(fleet(direct("a")));
        MessageId waits = yard.send(Envelope.of("", List.of("r@trouble.example")), Handling.DEFAULT);
        MessageId bounces = yard.send(Envelope.of("", List.of("r@dead.example")), Handling.DEFAULT);
        await("bounced", () -> yard.kindsOf(bounces).contains(EventKind.BOUNCED));
        await("deferred", () -> yard.kindsOf(waits).contains(EventKind.DEFERRED));
        assertThat(yard.kindsOf(waits)).doesNotContain(EventKind.BOUNCED);
    }

    @Test
    void aSuppressionMadeWhileMailIsQueuedIsHonouredBeforeTheAttempt() {
        yard.start(fleet(relay("a")));
        yard.yard.hold(QueueFilter.ALL, "", "tester").toCompletableFuture().join();
        MessageId id = yard.send("stop@example.com", "go@example.com");
        await("queued", () -> yard.queued() == 2);
        yard.suppressions.add(new Suppression(
                "stop@example.com",
                Suppression.Reason.UNSUBSCRIBED,
                Optional.empty(),
                "tester",
                YardFixture.CLOCK.instant(),
                Optional.empty()));
        yard.yard.release(QueueFilter.ALL, "tester").toCompletableFuture().join();
        awaitBalanced(2);
        assertThat(yard.connector.deliveries().stream()
                        .flatMap(delivery -> delivery.message().recipients().stream())
                        .map(recipient -> recipient.address()))
                .containsExactly("go@example.com");
        assertThat(yard.kindsOf(id)).contains(EventKind.SUPPRESSED);
    }

    @Test
    void aNewFleetTakesEffectWhileMailFlowsAndKeepsWhatStays() {
        yard.start(fleet(relay("a"), relay("b")));
        for (int i = 0; i < 20; i++) yard.send("r" + i + "@example.com");
        yard.yard
                .fleetChanged(fleet(relay("b"), relay("c")))
                .toCompletableFuture()
                .join();
        for (int i = 0; i < 20; i++) yard.send("s" + i + "@example.com");
        awaitBalanced(40);
        assertThat(yard.yard.snapshot().servers().stream().map(server -> server.id()))
                .containsExactly("b", "c");
        assertThat(sourcesUsed()).contains("c");
    }

    @Test
    void aFullSpoolRefusesNewMailAndTakesItAgainWhenThereIsRoom() {
        yard.start(fleet(relay("a")));
        yard.spool.becomesFull();
        assertThat(yard.injection.refusalNow())
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.cause().smtpCode()).isEqualTo(452));
        yard.spool.becomesWell();
        yard.send("r@example.com");
        awaitBalanced(1);
    }

    @Test
    void aSettlementThatTheDiskRefusesIsOfferedAgain() {
        yard.connector.holdDeliveries();
        yard.start(fleet(relay("a")));
        yard.send("r@example.com");
        await("in flight", () -> yard.connector.pendingDeliveries() == 1);
        yard.spool.becomesBroken();
        yard.connector.releaseDeliveries();
        await("delivered", () -> yard.connector.deliveries().get(0).results().size() == 1);
        assertThat(yard.spool.held()).hasSize(1);
        yard.spool.becomesWell();
        awaitBalanced(1);
    }

    @Test
    void manyRecipientsAreSplitByThePathsLimit() {
        yard.start(fleet(new PathLimits(0, 0, 10, 0, 0, 0), Duration.ofHours(1), relay("a")));
        String[] recipients = new String[25];
        for (int i = 0; i < recipients.length; i++) recipients[i] = "r" + i + "@example.com";
        yard.send(recipients);
        awaitBalanced(25);
        assertThat(yard.connector.deliveries().stream()
                        .map(delivery -> delivery.message().recipients().size()))
                .containsExactlyInAnyOrder(10, 10, 5);
    }

    private static SiteLookup.Found site(String name) {
        return new SiteLookup.Found(
                new DestinationSite(name, List.of(new HostPort(name, 25)), Optional.empty()), 600_000);
    }

    private void siteOfEachDomainIsItsOwn() {
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(site("mx." + domain));
    }

    private static Fleet limited(LimitRule rule, SendingServer server) {
        Fleet plain = fleet(server);
        return new Fleet(
                plain.servers(),
                plain.pools(),
                plain.routes(),
                List.of(rule),
                plain.providers(),
                plain.mxOverrides(),
                plain.retries());
    }

    private boolean asked(String pathName) {
        return yard.connector.deliveries().stream()
                .anyMatch(delivery -> delivery.path().name().equals(pathName));
    }

    @Test
    void aSiteThatFailedOnceIsTriedAgainWhileItsSourceIsBusyWithOthers() {
        siteOfEachDomainIsItsOwn();
        AtomicInteger refusals = new AtomicInteger();
        yard.connector
                .holdDeliveries()
                .answerConnects(path -> path.name().contains("flaky") && refusals.incrementAndGet() == 1
                        ? Optional.of(
                                new ConnectResult.Unreachable("mx", new SmtpReply(421, "4.4.1", "connection refused")))
                        : Optional.empty());
        yard.start(fleet(direct("a")));
        yard.send("r@busy.example");
        await("busy", () -> asked("a>mx.busy.example"));
        yard.send("r@flaky.example");
        await("tried again", () -> asked("a>mx.flaky.example"));
    }

    @Test
    void allPoolsThatShareAPathAreToldWhenItHasRoom() {
        yard.connector.holdDeliveries();
        Fleet plain = fleet(new PathLimits(1, 0, 0, 0, 0, 0), Duration.ofHours(1), relay("a"));
        List<IpPool> pools =
                List.of(plain.pools().get(0), new IpPool("other", "rotate", List.of(new IpPool.Member("a", 1))));
        yard.start(new Fleet(
                plain.servers(),
                pools,
                plain.routes(),
                plain.limits(),
                plain.providers(),
                plain.mxOverrides(),
                plain.retries()));
        yard.send("one@example.com");
        yard.send("two@example.com");
        await(
                "full",
                () -> yard.connector.pendingDeliveries() == 1
                        && yard.yard.snapshot().sources().get(0).ready() == 1);
        Handling other = new Handling(
                "default",
                "",
                MessageClass.BULK,
                Priority.NORMAL,
                Optional.of("other"),
                Optional.empty(),
                Optional.empty());
        yard.send(other, "three@example.com");
        await("blocked", () -> yard.yard.queues(QueueFilter.ALL, 10).stream()
                .anyMatch(queue -> queue.reason().contains("is busy with")));
        yard.connector.releaseDeliveries();
        long began = System.nanoTime();
        awaitBalanced(3);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void aConnectionThatOnePathGivesUpGoesToAnotherPathOfItsServer() {
        siteOfEachDomainIsItsOwn();
        yard.connector.holdDeliveries();
        SendingServer server = direct("a");
        SendingServer narrow = new SendingServer(
                "a", server.role(), "", 1, 1, server.downAfter(), server.probation(), server.sources());
        yard.start(fleet(new PathLimits(0, 1, 0, 0, 0, 0), Duration.ofHours(1), narrow));
        for (int i = 0; i < 3; i++) yard.send("r" + i + "@one.example");
        await("busy", () -> asked("a>mx.one.example"));
        yard.send("r@two.example");
        await("ready", () -> yard.yard.snapshot().sources().get(0).ready() == 3);
        assertThat(yard.connector.open()).isEqualTo(1);
        yard.connector.releaseDeliveries();
        awaitBalanced(4);
        assertThat(yard.connector.deliveries().get(3).path().name()).isEqualTo("a>mx.one.example");
    }

    @Test
    void aCapHoldsAlsoForRecipientsThatWereReadyBeforeItWasUsedUp() {
        siteOfEachDomainIsItsOwn();
        yard.connector.holdDeliveries();
        yard.start(fleet(new PathLimits(0, 0, 0, 0, 7, 0), Duration.ofHours(1), direct("a")));
        yard.yard.hold(QueueFilter.ALL, "", "tester").toCompletableFuture().join();
        for (int i = 0; i < 9; i++) yard.send("a@d" + i + ".example", "b@d" + i + ".example");
        await("queued", () -> yard.queued() == 18);
        yard.yard.release(QueueFilter.ALL, "tester").toCompletableFuture().join();
        yard.connector.releaseDeliveries();
        await("cap reached", () -> yard.yard.queues(QueueFilter.ALL, 20).stream()
                .anyMatch(queue -> queue.reason().contains("used up its cap")));
        awaitBalanced(7);
        assertThat(yard.connector.deliveries().stream()
                        .mapToInt(delivery -> delivery.message().recipients().size())
                        .sum())
                .isEqualTo(7);
    }

    @Test
    void aRuleForADomainLimitsTheSiteThatServesIt() {
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(site("mx.hoster.net"));
        Optional<String> any = Optional.empty();
        yard.start(limited(
                new LimitRule(any, any, any, any, Optional.of("small.example"), new PathLimits(1, 0, 0, 0, 0, 0)),
                direct("a")));
        for (int i = 0; i < 10; i++) yard.send("r" + i + "@small.example");
        awaitBalanced(10);
        assertThat(yard.connector.mostOpen("a>mx.hoster.net")).isEqualTo(1);
    }

    @Test
    void aDomainThatTookNoMailDoesNotBounceWhenDnsFailsLater() {
        yard.sites = (domain, fleet) ->
                CompletableFuture.completedFuture(new SiteLookup.NoMail(new SmtpReply(556, "5.1.10", "takes no mail")));
        yard.start(fleet(direct("a")));
        MessageId first = yard.send(Envelope.of("", List.of("r@example.com")), Handling.DEFAULT);
        await("bounced", () -> yard.kindsOf(first).contains(EventKind.BOUNCED));
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(new SiteLookup.Failed("SERVFAIL"));
        yard.yard.fleetChanged(fleet(direct("a"))).toCompletableFuture().join();
        MessageId second = yard.send(Envelope.of("", List.of("s@example.com")), Handling.DEFAULT);
        await("judged", () -> yard.kindsOf(second).size() > 1);
        assertThat(yard.kindsOf(second)).contains(EventKind.DEFERRED).doesNotContain(EventKind.BOUNCED);
    }

    @Test
    void aQueueThatIsNeverEmptyFollowsItsDomainToAnotherSite() {
        yard.connector.answerConnects(path -> path.name().contains("old")
                ? Optional.of(
                        new ConnectResult.Unreachable("mx.old", new SmtpReply(421, "4.4.1", "connection refused")))
                : Optional.empty());
        AtomicInteger lookups = new AtomicInteger();
        yard.sites = (domain, fleet) -> CompletableFuture.completedFuture(
                lookups.incrementAndGet() == 1
                        ? new SiteLookup.Found(site("mx.old").site(), 1)
                        : site("mx.new"));
        yard.start(fleet(direct("a")));
        yard.send("r@example.com");
        awaitBalanced(1);
        assertThat(asked("a>mx.new")).isTrue();
    }

    @Test
    void everyBounceOfAMessageIsReportedAlsoIfItsConsignmentsEndApart() {
        siteOfEachDomainIsItsOwn();
        yard.connector
                .holdDeliveries()
                .answer((path, message, recipient) ->
                        recipient.address().startsWith("bad") ? FakeConnector.bounced() : FakeConnector.accepted(path));
        yard.start(fleet(direct("a")));
        MessageId id = yard.send("bad@one.example", "bad@two.example");
        await("both in flight", () -> yard.connector.pendingDeliveries() == 2);
        assertThat(yard.connector.releaseOneDelivery()).isTrue();
        await("first bounced", () -> yard.kindsOf(id).contains(EventKind.BOUNCED));
        await(
                "first applied",
                () -> yard.yard.snapshot().ledger().lines().stream()
                                .mapToLong(line -> line.counts().bounced())
                                .sum()
                        == 1);
        yard.connector.releaseDeliveries();
        awaitBalanced(4);
        assertThat(yard.connector.deliveries().stream()
                        .filter(delivery ->
                                delivery.message().message().envelope().sender().isEmpty()))
                .hasSize(2);
    }

    @Test
    void aDepartureStageThatFailsLetsTheMessageWaitByTheTimetable() {
        yard.stages = List.of((message, path) -> {
            throw new IllegalStateException("no key");
        });
        yard.start(fleet(relay("a")));
        MessageId id = yard.send("r@example.com");
        await("deferred", () -> yard.kindsOf(id).contains(EventKind.DEFERRED));
        assertThat(yard.connector.deliveries()).isEmpty();
        yard.stages = List.of();
        awaitBalanced(1);
    }

    @Test
    void aPeerThatJudgesNothingInANewConversationIsLeftAloneForAWhile() {
        yard.connector.answer((path, message, recipient) ->
                new AttemptResult.Deferred(new SmtpReply(421, "4.3.2", "shutting down"), Optional.empty(), false));
        yard.start(fleet(relay("a")));
        yard.send("r@example.com");
        await("backs off", () -> yard.yard.snapshot().sources().get(0).reason().contains("tries again in"));
        assertThat(yard.count(EventKind.DEFERRED)).isZero();
        yard.connector.answer((path, message, recipient) -> FakeConnector.accepted(path));
        awaitBalanced(1);
    }

    @Test
    void aHoldThatTheStoreRefusesIsWrittenAgain() throws InterruptedException {
        AtomicInteger refusals = new AtomicInteger();
        Directives directives = new Directives() {
            private final Directives kept = new InMemoryDirectives();

            @Override
            public Map<String, String> all() {
                return kept.all();
            }

            @Override
            public void put(String key, String value) {
                if (refusals.incrementAndGet() == 1)
                    throw new StoreUnavailableException("away", new java.io.IOException("away"));
                kept.put(key, value);
            }

            @Override
            public void remove(String key) {
                kept.remove(key);
            }
        };
        yard.close();
        yard = new YardFixture(Optional.empty(), directives);
        yard.start(fleet(relay("a")));
        yard.yard.hold(QueueFilter.ALL, "", "tester").toCompletableFuture().join();
        yard.yard
                .want("a", ServerState.DRAINING, "tester")
                .toCompletableFuture()
                .join();
        await("both are kept", () -> directives.all().size() == 2);
    }

    @Test
    void aFleetChangeNeedsNoDatabaseAndKeepsDrainedServersDrained() {
        yard.start(fleet(relay("a"), relay("b")));
        yard.yard
                .want("a", ServerState.DRAINING, "tester")
                .toCompletableFuture()
                .join();
        yard.yard.fleetChanged(fleet(relay("b"))).toCompletableFuture().join();
        yard.yard
                .fleetChanged(fleet(relay("a"), relay("b")))
                .toCompletableFuture()
                .join();
        assertThat(yard.server("a").state()).isEqualTo(ServerState.DRAINING);
        yard.yard.want("a", ServerState.ACTIVE, "tester").toCompletableFuture().join();
        yard.yard
                .fleetChanged(fleet(relay("b"), relay("a")))
                .toCompletableFuture()
                .join();
        assertThat(yard.server("a").state()).isEqualTo(ServerState.ACTIVE);
    }
}

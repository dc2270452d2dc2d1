package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.simulator.Arrival;
import org.postyard.testkit.delivery.Reaction;
import org.postyard.testkit.delivery.RecordingSmtpSink;
import org.postyard.testkit.delivery.SmtpStage;

/** Trouble around a node: no DNS, peers that say nothing or are slow, and much more mail than can be sent. */
class TroublesIT {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int MOST_QUEUED = 300;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(TroublesIT.class);

    private static Receiver receiver;
    private static RecordingSmtpSink silent;
    private static Node node;

    @BeforeAll
    static void startEverything() throws Exception {
        receiver = new Receiver(WORKSHOP, "receiver").start();
        silent = WORKSHOP.closing(RecordingSmtpSink.start().on(SmtpStage.GREETING, Reaction.silence()));
        Map<String, String> engine = Map.of(
                "dnsServers",
                "127.0.0.1:" + Ports.free(1),
                "dnsTimeoutSeconds",
                "1",
                "maxQueuedRecipients",
                Integer.toString(MOST_QUEUED));
        node = Node.prepare(WORKSHOP, "node", Map.of("org.postyard.engine.cfg", engine))
                .start(fleet(""));
    }

    /** One server that delivers to MX hosts itself; everything.test is the receiver, silent.test says nothing. */
    private static Fleets.Document fleet(String more) {
        return new Fleets.Document("""
                version: 1
                servers:
                  - id: mta
                    tls: "off"
                limits:
                  - connections: 5
                retry:
                  intervals: [1s]
                  maxAge: 1h
                mx:
                  everything.test: 127.0.0.1:%d
                  slow.test: 127.0.0.1:%d
                  silent.test: 127.0.0.1:%d
                """.formatted(
                        receiver.port(), receiver.otherPort(), silent.address().port())
                + more);
    }

    @Test
    void mailWithoutDnsWaitsAndIsNotBounced() throws Exception {
        String recipient = "accept+dns@unknown.test";
        try (SmtpClient client = new SmtpClient(node.smtpPort())) {
            assertThat(client.send("sender@itests.test", recipient, content())).startsWith("250");
        }
        Await.until("it was deferred twice", LONG, () -> events("deferred", recipient) >= 2);
        assertThat(events("bounced,expired", recipient)).isZero();
        assertThat(node.api().ledger("queued")).isPositive();
        node.api().applyFleet(fleet("  unknown.test: 127.0.0.1:" + receiver.port() + "\n"));
        Await.until("it arrives once there is a way", LONG, () -> arrived("accept+dns@") == 1);
    }

    private static long events(String kinds, String recipient) throws IOException, InterruptedException {
        return node.api().recipients("kind=" + kinds).stream()
                .filter(recipient::equals)
                .count();
    }

    @Test
    void silentAndSlowPeersHoldUpNobodyElse() throws Exception {
        try (Load stuck = load("silent", "accept", "silent.test", 2, 50);
                Load slow = load("slow", "slow.3000", "slow.test", 2, 20);
                Load quick = load("quick", "accept", "everything.test", 2, 100)) {
            Await.until("the silent peer is being asked", LONG, () -> silent.open() > 0);
            quick.await(LONG);
            Await.until("the rest arrives", LONG, () -> arrived("quick-") == 100);
            assertThat(silent.transactions()).isEmpty();
            slow.await(LONG);
            Await.until("slow mail arrives", LONG, () -> arrived("slow-") == 20);
            stuck.await(LONG);
            silent.scripted(moment -> Optional.empty());
            silent.disconnectAll();
            Await.until(
                    "the silent peer takes its mail in the end",
                    LONG,
                    () -> silent.transactions().size() >= 50);
        }
        node.api().awaitEmpty(LONG);
    }

    @Test
    void burstIsPutOffAndArrivesInTheEnd() throws Exception {
        try (Load burst = load("burst", "slow.20", "everything.test", 40, 10 * MOST_QUEUED)) {
            burst.await(Duration.ofSeconds(150));
            Verdict verdict = Verdict.of(node, burst.accepted(), receiver);
            System.out.println("TroublesIT: burst of " + 10 * MOST_QUEUED + " where " + MOST_QUEUED
                    + " may be queued: put off " + burst.refusals() + " times, " + verdict.text());
            assertThat(burst.accepted()).hasSize(10 * MOST_QUEUED);
            assertThat(burst.refusals()).isPositive();
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.unlisted()).isEmpty();
        }
    }

    private static Load load(String prefix, String behaviour, String domain, int clients, int count) {
        return new Load(
                node.smtpPort(),
                clients,
                count,
                Duration.ZERO,
                number -> behaviour + "+" + prefix + "-" + number + "@" + domain);
    }

    private static int arrived(String part) throws IOException {
        return receiver.arrivals().stream()
                .map(Arrival::recipients)
                .flatMap(List::stream)
                .filter(recipient -> recipient.contains(part))
                .collect(Collectors.toSet())
                .size();
    }

    private static byte[] content() {
        return "Subject: trouble\r\n\r\ntext\r\n".getBytes(StandardCharsets.US_ASCII);
    }
}

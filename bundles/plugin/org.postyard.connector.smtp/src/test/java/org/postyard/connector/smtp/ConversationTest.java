package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.AttemptResult.Bounced;
import org.postyard.api.delivery.AttemptResult.Deferred;
import org.postyard.api.delivery.AttemptResult.Relayed;
import org.postyard.api.delivery.AttemptResult.Unconfirmed;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;
import org.postyard.testkit.delivery.Departures;
import org.postyard.testkit.delivery.Reaction;
import org.postyard.testkit.delivery.RecordingSmtpSink;
import org.postyard.testkit.delivery.SinkTransaction;
import org.postyard.testkit.delivery.SmtpStage;

/** What the contract leaves open and this connector promises. */
class ConversationTest {
    private static final OutboundMessage SMALL =
            Departures.message(Trial.ascii("Subject: x\r\n\r\n.x\r\n"), "a@b.example");

    private final RecordingSmtpSink sink = RecordingSmtpSink.start();
    private final SmtpConnector connector = Trial.connector(Trial.SETTINGS);

    @AfterEach
    void stop() {
        connector.deactivate();
        sink.close();
    }

    private Session open() {
        return Trial.open(connector, Departures.toRelay(sink.address()));
    }

    /** A server that says nothing about a transaction before it has seen these octets. */
    private static HostPort patientServer(String capabilities, String awaited, String replies) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        CompletableFuture.runAsync(() -> {
            try (server;
                    Socket socket = server.accept()) {
                socket.getOutputStream().write(Trial.ascii("220 patient\r\n"));
                readTo(socket.getInputStream(), "EHLO out.example\r\n");
                socket.getOutputStream().write(Trial.ascii(capabilities));
                readTo(socket.getInputStream(), awaited);
                socket.getOutputStream().write(Trial.ascii(replies));
                readTo(socket.getInputStream(), "QUIT\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new HostPort("127.0.0.1", server.getLocalPort());
    }

    private static void readTo(InputStream in, String end) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(end) < 0) {
            int octet = in.read();
            if (octet < 0) throw new IOException("closed after " + seen);
            seen.append((char) octet);
        }
    }

    @Test
    void withChunkingAndPipeliningATransactionIsOneRoundTrip() throws IOException {
        HostPort server = patientServer(
                "250-x\r\n250-PIPELINING\r\n250 CHUNKING\r\n",
                "BDAT 18 LAST\r\nSubject: x\r\n\r\n.x\r\n",
                "250 ok\r\n250 ok\r\n250 stored\r\n");
        Session session = Trial.open(connector, Departures.toRelay(server));
        assertThat(Trial.deliver(session, SMALL)).singleElement().isInstanceOf(Relayed.class);
        session.close();
    }

    @Test
    void withPipeliningTheWholeEnvelopeIsOneRoundTrip() throws IOException {
        HostPort server = patientServer(
                "250-x\r\n250 PIPELINING\r\n",
                "RCPT TO:<b@b.example>\r\nDATA\r\n",
                "250 ok\r\n550 no\r\n452 later\r\n554 nobody\r\n");
        Session session = Trial.open(connector, Departures.toRelay(server));
        List<AttemptResult> results =
                Trial.deliver(session, Departures.message(new byte[0], "a@b.example", "b@b.example"));
        assertThat(results.get(0)).isInstanceOf(Bounced.class);
        assertThat(results.get(1)).isInstanceOf(Deferred.class);
        assertThat(session.reusable()).isTrue();
        session.close();
    }

    @Test
    void aPeerThatClosesAfterSomeMessagesWithoutAWordMakesNoDuplicatesAndNoFailures() {
        for (String capability : List.of("PIPELINING", "CHUNKING")) {
            sink.offering("PIPELINING", capability).on(SmtpStage.END, 3, Reaction.lastWords("250 2.0.0 stored"));
            for (int round = 0; round < 20; round++) {
                Session session = open();
                for (int i = 0; i < 3; i++)
                    assertThat(Trial.deliver(session, SMALL)).singleElement().isInstanceOf(Relayed.class);
                assertThat(Trial.deliver(session, SMALL)).singleElement().satisfies(result -> assertThat(
                                neverJudged(result, capability))
                        .as("%s", result)
                        .isTrue());
            }
        }
        assertThat(sink.transactions()).hasSize(120);
    }

    /** With CHUNKING the whole transaction may be under way before the close arrives: then nobody can know, and it must be listed. */
    private static boolean neverJudged(AttemptResult result, String capability) {
        if (result instanceof Deferred deferred) return !deferred.attempted();
        return capability.equals("CHUNKING") && result instanceof Unconfirmed;
    }

    @Test
    void a354WithoutAnyRecipientIsAnsweredByALoneDot() {
        sink.scripted(moment -> switch (moment.stage()) {
            case RCPT -> moment.transaction() == 1 ? Optional.of(Reaction.reply("550 no")) : Optional.empty();
            case DATA -> Optional.of(Reaction.reply("354 go"));
            default -> Optional.empty();
        });
        Session session = open();
        assertThat(Trial.deliver(session, SMALL)).singleElement().isInstanceOf(Bounced.class);
        assertThat(Trial.deliver(session, SMALL)).singleElement().isInstanceOf(Relayed.class);
        assertThat(sink.transactions()).hasSize(1);
        assertThat(sink.transactions().get(0).content())
                .isEqualTo(SMALL.content().bytes());
    }

    @Test
    void resetIsSaidAfterARefusedTransactionOnly() {
        sink.on(SmtpStage.MAIL, 1, Reaction.reply("450 4.7.1 slowly"));
        Session session = open();
        Trial.deliver(session, SMALL);
        sink.scripted(moment -> Optional.empty());
        Trial.deliver(session, SMALL);
        Trial.deliver(session, SMALL);
        assertThat(sink.commands().stream().filter("RSET"::equals)).hasSize(1);
        assertThat(sink.transactions()).hasSize(2);
    }

    @Test
    void aWishForAuthenticationOrTlsKeepsTheMail() {
        sink.on(SmtpStage.MAIL, Reaction.reply("530 5.7.0 authentication required"));
        assertThat(Trial.deliver(open(), SMALL)).singleElement().isInstanceOf(Deferred.class);
    }

    @Test
    void tooManyRecipientsIsNobodysFailure() {
        sink.scripted(moment -> moment.line().contains("b@b")
                ? Optional.of(Reaction.reply("452 4.5.3 too many recipients"))
                : Optional.empty());
        List<AttemptResult> results =
                Trial.deliver(open(), Departures.message(new byte[0], "a@b.example", "b@b.example"));
        assertThat(results.get(0)).isInstanceOf(Relayed.class);
        assertThat(results.get(1)).isInstanceOfSatisfying(Deferred.class, d -> assertThat(d.attempted())
                .isFalse());
    }

    @Test
    void largeContentsArriveByDataAndByChunk() {
        byte[] content = new byte[9_000_000];
        new Random(7).nextBytes(content);
        for (int i = 0; i < content.length; i++) if (content[i] == '\n' || content[i] == '\r') content[i] = '.';
        content[content.length - 2] = '\r';
        content[content.length - 1] = '\n';
        for (String capability : List.of("PIPELINING", "CHUNKING")) {
            sink.offering(capability);
            Session session = open();
            for (int i = 0; i < 2; i++)
                assertThat(Trial.deliver(session, Departures.message(content, "a@b.example")))
                        .singleElement()
                        .isInstanceOf(Relayed.class);
        }
        assertThat(sink.transactions()).hasSize(4).allSatisfy(transaction -> assertThat(transaction.content())
                .isEqualTo(content));
        assertThat(sink.transactions().get(3).chunked()).isTrue();
    }

    @Test
    void aHeaderWithBareLineFeedsGoesByData() {
        sink.offering("CHUNKING");
        Session session = open();
        for (String content : List.of("A: b\nC: d\r\n\r\nx\r\n", "A: b\r\n\r\nx\ny\r\n", "\nx\r\n"))
            Trial.deliver(session, Departures.message(Trial.ascii(content), "a@b.example"));
        assertThat(sink.transactions().stream().map(SinkTransaction::chunked)).containsExactly(false, true, false);
    }

    @Test
    void eachCommandHasItsOwnPatience() {
        SmtpConnector impatient = Trial.connector(Trial.settings(Duration.ofMillis(300)));
        for (SmtpStage stage : List.of(SmtpStage.MAIL, SmtpStage.RCPT, SmtpStage.DATA, SmtpStage.END)) {
            sink.on(stage, Reaction.silence());
            long start = System.nanoTime();
            Trial.deliver(Trial.open(impatient, Departures.toRelay(sink.address())), SMALL);
            assertThat(System.nanoTime() - start).isBetween(250_000_000L, 5_000_000_000L);
        }
        for (SmtpStage stage : List.of(SmtpStage.GREETING, SmtpStage.EHLO)) {
            sink.on(stage, Reaction.silence());
            assertThat(Trial.connect(impatient, Departures.toSite(sink.address())))
                    .isInstanceOf(ConnectResult.Unreachable.class);
        }
        impatient.deactivate();
    }

    @Test
    void hostsAndTheirAddressesAreTriedInOrder() {
        int port = sink.address().port();
        Session session = Trial.open(
                connector,
                Departures.toSite(
                        new HostPort("missing.example", port),
                        new HostPort("failed.example", port),
                        new HostPort("two.loopback", port)));
        assertThat(session.peer()).isEqualTo("two.loopback [127.0.0.1]:" + port);
        assertThat(Trial.connect(connector, Departures.toSite(new HostPort("failed.example", port))))
                .isInstanceOfSatisfying(ConnectResult.Unreachable.class, unreachable -> assertThat(
                                unreachable.reply().enhancedCode())
                        .isEqualTo("4.4.3"));
    }

    private EgressPath boundTo(String address) {
        EgressSource source = new EgressSource(
                "s", "s", "smtp", Optional.of(sink.address()), address, "", TlsMode.OFF, Optional.empty(), Map.of());
        return new EgressPath(source, DestinationSite.RELAYED);
    }

    @Test
    void theSourceAddressIsBound() throws IOException {
        Trial.open(connector, boundTo("127.0.0.3"));
        assertThat(sink.clients()).containsExactly(InetAddress.getByName("127.0.0.3"));
        assertThat(Trial.connect(connector, boundTo("192.0.2.77"))).isInstanceOf(ConnectResult.Unusable.class);
        assertThat(Trial.connect(connector, boundTo("nonsense"))).isInstanceOf(ConnectResult.Unusable.class);
        assertThat(Trial.connect(connector, Departures.toSite())).isInstanceOf(ConnectResult.Unusable.class);
    }

    @Test
    void stoppingTheConnectorGivesEverybodyTheirResultAndEndsItsThreads() {
        sink.on(SmtpStage.END, Reaction.silence());
        Session busy = open();
        CompletionStage<List<RecipientResult>> results = busy.deliver(SMALL, Deadline.in(Duration.ofMinutes(1)));
        Session idle = open();
        sink.await("the message is there", () -> !sink.transactions().isEmpty());
        sink.on(SmtpStage.GREETING, Reaction.silence());
        CompletionStage<ConnectResult> connecting =
                connector.connect(Departures.toRelay(sink.address()), Deadline.in(Duration.ofMinutes(1)));
        connector.deactivate();
        assertThat(Trial.await(results).get(0).result()).isInstanceOf(AttemptResult.Unconfirmed.class);
        assertThat(Trial.await(connecting)).isInstanceOf(ConnectResult.Unreachable.class);
        assertThat(Trial.deliver(idle, SMALL)).singleElement().isInstanceOf(Deferred.class);
        assertThat(Trial.connect(connector, Departures.toRelay(sink.address())))
                .isInstanceOf(ConnectResult.Unreachable.class);
        sink.await("connections end", () -> sink.open() == 0);
        sink.await("threads end", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("postyard-connector-smtp")));
    }
}

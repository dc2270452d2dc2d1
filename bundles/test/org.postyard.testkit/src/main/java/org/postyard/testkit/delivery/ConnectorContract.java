package org.postyard.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.AttemptResult.Bounced;
import org.postyard.api.delivery.AttemptResult.Deferred;
import org.postyard.api.delivery.AttemptResult.Delivered;
import org.postyard.api.delivery.AttemptResult.Relayed;
import org.postyard.api.delivery.AttemptResult.Unconfirmed;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.RecipientResult;
import org.postyard.api.delivery.Session;
import org.postyard.api.fleet.EgressPath;

/** What every connector that speaks SMTP must keep, shown with a {@link RecordingSmtpSink} as its peer. */
public interface ConnectorContract {
    /** The connector under test, ready for use; the test class stops it. Its own limits of time are minutes. */
    Connector connector();

    /** What the peer offers in its reply to EHLO. */
    default List<String> peerOffers() {
        return List.of("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES");
    }

    private RecordingSmtpSink sink() {
        return RecordingSmtpSink.start().offering(peerOffers().toArray(new String[0]));
    }

    private boolean chunking() {
        return peerOffers().contains("CHUNKING");
    }

    private static OutboundMessage message(String... recipients) {
        return Departures.message("Subject: x\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII), recipients);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMillis(700));
    }

    private static Deadline later() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no result within 20 s", e);
        }
    }

    private Session open(EgressPath path) {
        ConnectResult result = await(connector().connect(path, later()));
        assertThat(result).isInstanceOf(ConnectResult.Connected.class);
        return ((ConnectResult.Connected) result).session();
    }

    private Session open(RecordingSmtpSink sink) {
        return open(Departures.toRelay(sink.address()));
    }

    private static List<AttemptResult> deliver(Session session, OutboundMessage message, Deadline deadline) {
        List<RecipientResult> results = await(session.deliver(message, deadline));
        for (int i = 0; i < results.size(); i++)
            assertThat(results.get(i).index()).isEqualTo(i);
        assertThat(results).hasSameSizeAs(message.recipients());
        return results.stream().map(RecipientResult::result).toList();
    }

    @Test
    default void whatAnMxHostTakesIsDeliveredAndWhatARelayTakesIsRelayed() {
        try (RecordingSmtpSink sink = sink()) {
            assertThat(deliver(open(Departures.toSite(sink.address())), message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOf(Delivered.class);
            assertThat(deliver(open(sink), message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOf(Relayed.class);
            assertThat(sink.transactions()).hasSize(2);
        }
    }

    @Test
    default void eachRecipientHasItsOwnResult() {
        try (RecordingSmtpSink sink = sink()) {
            sink.scripted(moment -> {
                if (moment.line().contains("bad@")) return Optional.of(Reaction.reply("550 5.1.1 unknown"));
                if (moment.line().contains("full@")) return Optional.of(Reaction.reply("450 4.2.2 full"));
                return Optional.empty();
            });
            List<AttemptResult> results = deliver(
                    open(sink), message("one@b.example", "bad@b.example", "full@b.example", "two@b.example"), later());
            assertThat(results.get(0)).isInstanceOf(Relayed.class);
            assertThat(results.get(1)).isInstanceOf(Bounced.class);
            assertThat(results.get(1).reply().enhancedCode()).isEqualTo("5.1.1");
            assertThat(results.get(2)).isInstanceOf(Deferred.class);
            assertThat(results.get(3)).isInstanceOf(Relayed.class);
            assertThat(sink.transactions().get(0).recipients()).hasSize(2);
        }
    }

    @Test
    default void ifAllRecipientsAreRefusedNothingIsSentAndTheConversationGoesOn() {
        try (RecordingSmtpSink sink = sink()) {
            sink.on(SmtpStage.RCPT, 1, Reaction.reply("550 5.1.1 unknown"));
            Session session = open(sink);
            sink.scripted(moment -> moment.line().contains("bad@")
                    ? Optional.of(Reaction.reply("550 5.1.1 unknown"))
                    : Optional.empty());
            assertThat(deliver(session, message("bad@b.example", "bad@c.example"), later()))
                    .allSatisfy(result -> assertThat(result).isInstanceOf(Bounced.class));
            assertThat(session.reusable()).isTrue();
            assertThat(deliver(session, message("good@b.example"), later()))
                    .singleElement()
                    .isInstanceOf(Relayed.class);
            assertThat(sink.transactions()).hasSize(1);
            assertThat(sink.connections()).isEqualTo(1);
        }
    }

    @Test
    default void octetsArriveAsTheyAreSpooled() {
        String[] contents = {
            ".\r\n..\r\n.dot\r\n\r\n.\r\n",
            "Subject: x\r\n\r\n" + "long".repeat(70_000) + "\r\n.\r\n",
            "\u00e4\u00ff\u0000\u0080 8 bit\r\n",
            "bare\nline\nfeeds\r\n",
            "bare\rreturns\r\r\n",
            "a. b.\r\n ..c\r\n",
            "\r\n"
        };
        try (RecordingSmtpSink sink = sink()) {
            Session session = open(sink);
            for (String content : contents) {
                byte[] octets = content.getBytes(StandardCharsets.ISO_8859_1);
                assertThat(deliver(session, Departures.message(octets, "a@b.example"), later()))
                        .singleElement()
                        .isInstanceOf(Relayed.class);
                assertThat(sink.transactions()
                                .get(sink.transactions().size() - 1)
                                .content())
                        .isEqualTo(octets);
            }
            assertThat(sink.connections()).isEqualTo(1);
        }
    }

    @Test
    default void manyMessagesGoThroughOneConversation() {
        try (RecordingSmtpSink sink = sink()) {
            Session session = open(sink);
            for (int i = 0; i < 50; i++) {
                assertThat(deliver(session, message("a" + i + "@b.example"), later()))
                        .singleElement()
                        .isInstanceOf(Relayed.class);
                assertThat(session.reusable()).isTrue();
                assertThat(session.silentFor()).isZero();
            }
            session.close();
            sink.await("QUIT", () -> sink.commands().contains("QUIT"));
            assertThat(sink.connections()).isEqualTo(1);
            assertThat(sink.transactions()).hasSize(50);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"MAIL", "RCPT", "DATA", "END"})
    default void aSilentPeerIsLeftAtTheDeadline(SmtpStage stage) {
        assumeTrue(stage != SmtpStage.DATA || !chunking(), "there is no DATA with CHUNKING");
        try (RecordingSmtpSink sink = sink().on(stage, Reaction.silence())) {
            Session session = open(sink);
            Deadline deadline = soon();
            CompletionStage<List<RecipientResult>> stageOfResult = session.deliver(message("a@b.example"), deadline);
            sink.await("silence is seen", () -> session.silentFor().toMillis() > 50);
            assertInterrupted(await(stageOfResult).get(0).result(), stage);
            assertThat(System.nanoTime() - deadline.nanoTime())
                    .isLessThan(Duration.ofMillis(500).toNanos());
            assertThat(session.reusable()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"MAIL", "RCPT", "DATA", "END"})
    default void aPeerThatDisconnectsDefersBeforeTheEndOfTheContentAndLeavesDoubtAfterIt(SmtpStage stage) {
        assumeTrue(stage != SmtpStage.DATA || !chunking(), "there is no DATA with CHUNKING");
        for (Reaction reaction : List.of(Reaction.disconnect(), Reaction.reset())) {
            try (RecordingSmtpSink sink = sink().on(stage, reaction)) {
                Session session = open(sink);
                List<AttemptResult> results = deliver(session, message("a@b.example", "b@b.example"), later());
                results.forEach(result -> assertInterrupted(result, stage));
                assertThat(session.reusable()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"MAIL", "RCPT", "DATA", "END"})
    default void closingFromAnotherThreadGivesEachRecipientItsResultAtOnce(SmtpStage stage)
            throws InterruptedException {
        assumeTrue(stage != SmtpStage.DATA || !chunking(), "there is no DATA with CHUNKING");
        try (RecordingSmtpSink sink = sink().on(stage, Reaction.silence())) {
            Session session = open(sink);
            CompletionStage<List<RecipientResult>> results = session.deliver(message("a@b.example"), later());
            sink.await(
                    "the stage is reached",
                    () -> stage == SmtpStage.END
                            ? !sink.transactions().isEmpty()
                            : sink.commands().stream()
                                    .anyMatch(line -> line.startsWith(stage.name()) && sink.open() == 1));
            Thread closer = new Thread(() -> {
                session.close();
                session.close();
            });
            closer.start();
            assertInterrupted(await(results).get(0).result(), stage);
            closer.join();
            assertThat(session.reusable()).isFalse();
            sink.await("the connection is closed", () -> sink.open() == 0);
        }
    }

    private void assertInterrupted(AttemptResult result, SmtpStage stage) {
        if (stage == SmtpStage.END) assertThat(result).isInstanceOf(Unconfirmed.class);
        else if (chunking()) assertThat(result).isInstanceOfAny(Unconfirmed.class, Deferred.class);
        else assertThat(result).isInstanceOf(Deferred.class);
    }

    @Test
    default void aPeerThatClosesBetweenMessagesFailsNobody() {
        try (RecordingSmtpSink sink = sink()) {
            Session session = open(sink);
            assertThat(deliver(session, message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOf(Relayed.class);
            sink.disconnectAll();
            sink.await("the close is seen", () -> !session.reusable());
            assertThat(deliver(session, message("b@b.example"), later()))
                    .singleElement()
                    .isInstanceOfSatisfying(Deferred.class, deferred -> assertThat(deferred.attempted())
                            .isFalse());
            session.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"MAIL", "RCPT", "END"})
    default void a421IsADeferralAndTheEndOfTheConversation(SmtpStage stage) {
        try (RecordingSmtpSink sink = sink().on(stage, Reaction.lastWords("421 4.7.0 go away"))) {
            Session session = open(sink);
            assertThat(deliver(session, message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Deferred.class,
                            deferred -> assertThat(deferred.reply().code()).isEqualTo(421));
            assertThat(session.reusable()).isFalse();
        }
    }

    @Test
    default void aPeerThatDoesNotSpeakSmtpIsLeft() {
        try (RecordingSmtpSink sink = sink().on(SmtpStage.MAIL, Reaction.reply("HTTP/1.1 200 OK"))) {
            Session session = open(sink);
            assertThat(deliver(session, message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOfAny(Deferred.class, Unconfirmed.class);
            assertThat(session.reusable()).isFalse();
        }
    }

    @Test
    default void aReplyWithoutEndIsCutOff() {
        String endless = "250-more\r\n".repeat(20_000);
        try (RecordingSmtpSink sink =
                sink().on(SmtpStage.RCPT, Reaction.reply(endless.substring(0, endless.length() - 2)))) {
            assertThat(deliver(open(sink), message("a@b.example"), later()))
                    .singleElement()
                    .isInstanceOfAny(Deferred.class, Unconfirmed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SmtpStage.class,
            names = {"GREETING", "EHLO"})
    default void aSilentPeerIsUnreachableAtTheDeadline(SmtpStage stage) {
        try (RecordingSmtpSink sink = sink().on(stage, Reaction.silence())) {
            Deadline deadline = soon();
            assertThat(await(connector().connect(Departures.toSite(sink.address()), deadline)))
                    .isInstanceOf(ConnectResult.Unreachable.class);
            assertThat(System.nanoTime() - deadline.nanoTime())
                    .isLessThan(Duration.ofMillis(500).toNanos());
            sink.await("the connection is closed", () -> sink.open() == 0);
        }
    }

    @Test
    default void aGreetingSaysWhetherToComeBack() {
        try (RecordingSmtpSink sink = sink().on(SmtpStage.GREETING, Reaction.reply("421 4.3.2 busy"))) {
            assertThat(await(connector().connect(Departures.toSite(sink.address()), later())))
                    .isInstanceOf(ConnectResult.Unreachable.class);
        }
        try (RecordingSmtpSink sink = sink().on(SmtpStage.GREETING, Reaction.reply("554 5.7.1 not you"))) {
            assertThat(await(connector().connect(Departures.toSite(sink.address()), later())))
                    .isInstanceOfSatisfying(
                            ConnectResult.Rejected.class,
                            rejected -> assertThat(rejected.reply().text()).isEqualTo("not you"));
        }
    }

    @Test
    default void aPortWhereNobodyListensIsUnreachable() {
        RecordingSmtpSink sink = sink();
        sink.close();
        assertThat(await(connector().connect(Departures.toSite(sink.address()), later())))
                .isInstanceOf(ConnectResult.Unreachable.class);
    }
}

package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.AttemptResult.Bounced;
import org.postyard.api.delivery.AttemptResult.Deferred;
import org.postyard.api.delivery.AttemptResult.Relayed;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.Session;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Recipient;
import org.postyard.testkit.delivery.Departures;
import org.postyard.testkit.delivery.Reaction;
import org.postyard.testkit.delivery.RecordingSmtpSink;
import org.postyard.testkit.delivery.SmtpStage;

/** Extensions are used when offered and done without when not. */
class SmtpExtensionsTest {
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

    private static OutboundMessage message(Envelope envelope) {
        return Departures.message(envelope, Trial.ascii("Subject: x\r\n\r\nx\r\n"));
    }

    private static Envelope envelope(String sender, String recipient, boolean eightBit, boolean smtpUtf8) {
        return new Envelope(sender, List.of(Recipient.of(recipient)), DsnReturn.UNSPECIFIED, "", eightBit, smtpUtf8);
    }

    private AttemptResult one(OutboundMessage message) {
        return Trial.deliver(open(), message).get(0);
    }

    @Test
    void aMessageOverTheAnnouncedSizeBouncesWithoutBeingSent() {
        sink.offering("SIZE 20");
        AttemptResult result = one(Departures.message(new byte[21], "a@b.example"));
        assertThat(result).isInstanceOf(Bounced.class);
        assertThat(result.reply().enhancedCode()).isEqualTo("5.3.4");
        assertThat(sink.commands()).hasSize(1);
        assertThat(one(Departures.message(new byte[20], "a@b.example"))).isInstanceOf(Relayed.class);
        assertThat(sink.commands()).contains("MAIL FROM:<sender@a.example> SIZE=20");
    }

    @Test
    void eightBitContentIsDeclaredWhereItCanBeAndSentAsItIsElsewhere() {
        Envelope envelope = envelope("s@a.example", "a@b.example", true, false);
        sink.offering("8BITMIME");
        assertThat(one(message(envelope))).isInstanceOf(Relayed.class);
        sink.offering();
        assertThat(one(message(envelope))).isInstanceOf(Relayed.class);
        assertThat(sink.commands()).contains("MAIL FROM:<s@a.example> BODY=8BITMIME", "MAIL FROM:<s@a.example>");
    }

    @Test
    void eightBitContentBouncesIfConfigured() {
        SmtpConnector strict = Trial.connector(Trial.bouncingEightBit());
        sink.offering();
        AttemptResult result = Trial.deliver(
                        Trial.open(strict, Departures.toRelay(sink.address())),
                        message(envelope("s@a.example", "a@b.example", true, false)))
                .get(0);
        assertThat(result).isInstanceOf(Bounced.class);
        assertThat(result.reply().enhancedCode()).isEqualTo("5.6.3");
        strict.deactivate();
    }

    @Test
    void internationalAddressesNeedSmtpUtf8() {
        Envelope local = envelope("s@a.example", "j\u00f6rg@b.example", false, true);
        sink.offering("SMTPUTF8", "8BITMIME");
        assertThat(one(message(local))).isInstanceOf(Relayed.class);
        assertThat(sink.transactions().get(0).recipients()).containsExactly("RCPT TO:<j\u00f6rg@b.example>");
        assertThat(sink.transactions().get(0).mail()).endsWith(" SMTPUTF8");
        sink.offering("8BITMIME");
        AttemptResult result = one(message(local));
        assertThat(result).isInstanceOf(Bounced.class);
        assertThat(result.reply().enhancedCode()).isEqualTo("5.6.7");
        assertThat(one(message(envelope("j\u00f6rg@a.example", "a@b.example", false, true))))
                .isInstanceOf(Bounced.class);
    }

    @Test
    void withoutSmtpUtf8AnInternationalDomainGoesInALabels() {
        sink.offering();
        assertThat(one(message(envelope("s@m\u00fcller.example", "a@b\u00fccher.example", false, true))))
                .isInstanceOf(Relayed.class);
        assertThat(sink.transactions().get(0).recipients()).containsExactly("RCPT TO:<a@xn--bcher-kva.example>");
        assertThat(sink.transactions().get(0).mail()).isEqualTo("MAIL FROM:<s@xn--mller-kva.example>");
    }

    @Test
    void internationalHeadersNeedSmtpUtf8() {
        sink.offering();
        Envelope envelope = envelope("s@a.example", "a@b.example", true, true);
        byte[] header = "Subject: \u00e4\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = "Subject: a\r\n\r\n\u00e4\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(one(Departures.message(envelope, header)).reply().enhancedCode())
                .isEqualTo("5.6.7");
        assertThat(one(Departures.message(envelope, body))).isInstanceOf(Relayed.class);
    }

    @Test
    void dsnWishesGoOnlyToPeersThatOfferDsn() {
        Recipient recipient = new Recipient("a@b.example", Set.of(Notify.DELAY, Notify.SUCCESS), "rfc822;x@b.example");
        Envelope envelope = new Envelope("s@a.example", List.of(recipient), DsnReturn.HEADERS, "id+2B7", false, false);
        sink.offering("DSN");
        one(message(envelope));
        sink.offering();
        one(message(envelope));
        assertThat(sink.transactions().get(0).mail()).isEqualTo("MAIL FROM:<s@a.example> RET=HDRS ENVID=id+2B7");
        assertThat(sink.transactions().get(0).recipients())
                .containsExactly("RCPT TO:<a@b.example> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;x@b.example");
        assertThat(sink.transactions().get(1).mail()).isEqualTo("MAIL FROM:<s@a.example>");
        assertThat(sink.transactions().get(1).recipients()).containsExactly("RCPT TO:<a@b.example>");
    }

    @Test
    void announcedLimitsAreKept() {
        sink.offering("PIPELINING", "LIMITS MAILMAX=2 RCPTMAX=3 RCPTDOMAINMAX=2");
        Session session = open();
        List<AttemptResult> results = Trial.deliver(
                session,
                Departures.message(
                        new byte[0], "1@a.example", "2@b.example", "3@c.example", "4@a.example", "5@b.example"));
        assertThat(results.get(2)).isInstanceOfSatisfying(Deferred.class, d -> assertThat(d.attempted())
                .isFalse());
        assertThat(results.get(4)).isInstanceOfSatisfying(Deferred.class, d -> assertThat(d.attempted())
                .isFalse());
        assertThat(sink.transactions().get(0).recipients()).hasSize(3);
        assertThat(session.reusable()).isTrue();
        assertThat(Trial.deliver(session, Departures.message(new byte[0], "1@a.example"))
                        .get(0))
                .isInstanceOf(Relayed.class);
        assertThat(session.reusable()).isFalse();
        session.close();
        sink.await("QUIT", () -> sink.commands().contains("QUIT"));
    }

    @Test
    void aServerThatKnowsOnlyHeloIsServed() {
        sink.on(SmtpStage.EHLO, Reaction.reply("502 what?"));
        assertThat(one(Departures.message(new byte[0], "a@b.example"))).isInstanceOf(Relayed.class);
        assertThat(sink.commands()).contains("HELO out.example");
    }

    @Test
    void addressesThatWouldSplitACommandAreNeverSent() {
        for (String address :
                List.of("a@b.example\r\nDATA", "a@b.example> NOTIFY=NEVER", "a b@c.example", "\"a@b.example")) {
            AttemptResult result = one(message(envelope("s@a.example", address, false, false)));
            assertThat(result).as(address).isInstanceOf(Bounced.class);
        }
        assertThat(one(message(envelope("s@a.example", "\"a b\"@c.example", false, false))))
                .isInstanceOf(Relayed.class);
        assertThat(sink.transactions()).hasSize(1);
    }
}

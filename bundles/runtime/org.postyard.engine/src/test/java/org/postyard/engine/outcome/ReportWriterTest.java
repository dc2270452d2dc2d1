package org.postyard.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.api.message.Content;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Recipient;

/** RFC 3464. */
class ReportWriterTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Content ORIGINAL = Content.of("Subject: hi\r\nX-Long: a\r\n b\r\n\r\nsecret body\r\n");
    private static final Recipient RECIPIENT =
            new Recipient("user@example.com", Set.of(Notify.FAILURE), "rfc822;other@example.net");
    private final ReportWriter writer = new ReportWriter("yard.example");

    private String write(ReportWriter.Action action, DsnReturn dsnReturn) {
        Envelope envelope = new Envelope("sender@example.org", List.of(RECIPIENT), dsnReturn, "QQ314159", false, false);
        Message message = new Message(new MessageId(42), envelope, Handling.DEFAULT, NOW, "", ORIGINAL.sizeBytes());
        ReportWriter.Fate fate =
                new ReportWriter.Fate(RECIPIENT, "5.1.1", "550 5.1.1 no such\r\nuser", "mx.example.com [192.0.2.9]:25");
        return new String(
                writer.write(action, message, ORIGINAL, List.of(fate), NOW).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFailureNamesRecipientActionStatusAndWhatThePeerSaid() {
        assertThat(write(ReportWriter.Action.FAILED, DsnReturn.HEADERS))
                .contains("To: <sender@example.org>\r\n")
                .contains("Content-Type: multipart/report; report-type=delivery-status;\r\n")
                .contains("Reporting-MTA: dns; yard.example\r\n")
                .contains("Original-Envelope-Id: QQ314159\r\n")
                .contains("Original-Recipient: rfc822;other@example.net\r\n")
                .contains("Final-Recipient: rfc822; user@example.com\r\n")
                .contains("Action: failed\r\nStatus: 5.1.1\r\n")
                .contains("Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n")
                .contains("Arrival-Date: Wed, 4 Mar 2026 05:06:07 +0000\r\n")
                .contains("Auto-Submitted: auto-replied\r\n");
    }

    @Test
    void onlyHeadersComeBackUnlessTheWholeMessageIsAskedFor() {
        assertThat(write(ReportWriter.Action.FAILED, DsnReturn.HEADERS))
                .contains("Content-Type: text/rfc822-headers\r\n\r\nSubject: hi\r\nX-Long: a\r\n b\r\n")
                .doesNotContain("secret body");
        assertThat(write(ReportWriter.Action.FAILED, DsnReturn.FULL))
                .contains("Content-Type: message/rfc822\r\n\r\nSubject: hi\r\n")
                .contains("secret body");
        assertThat(write(ReportWriter.Action.DELAYED, DsnReturn.FULL)).doesNotContain("secret body");
    }

    @Test
    void noLineEndsWithoutACarriageReturn() {
        String report = write(ReportWriter.Action.FAILED, DsnReturn.FULL);
        assertThat(report.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void envelopeIdAndOriginalRecipientAreNoLongerXtext() {
        Recipient recipient = new Recipient("user@example.com", Set.of(), "rfc822;a+2Bb+3Dc@example.net");
        String report = write(recipient, "ID+2D7", "550 5.1.1 no", "mx [192.0.2.9]:25", ORIGINAL);
        assertThat(report)
                .contains("Original-Recipient: rfc822;a+b=c@example.net\r\n")
                .contains("Original-Envelope-Id: ID-7\r\n");
        assertThat(write(recipient, "x+0D+0AInjected:", "550 5.1.1 no", "", ORIGINAL))
                .contains("Original-Envelope-Id: x+0D+0AInjected:\r\n");
    }

    @Test
    void thePartForMachinesIsAsciiAndAnEightBitReportSaysThatItIs() {
        Recipient recipient = new Recipient("b\u00f6se+1@example.com", Set.of(), "");
        String report = write(recipient, "", "550 5.1.1 kein \u00c4rger", "mx [192.0.2.9]:25", ORIGINAL);
        assertThat(report)
                .contains("Final-Recipient: utf-8; b\\x{F6}se\\x{2B}1@example.com\r\n")
                .contains("Diagnostic-Code: smtp; 550 5.1.1 kein ?rger\r\n")
                .contains("<b\u00f6se+1@example.com>: 550 5.1.1 kein \u00c4rger\r\n")
                .contains("charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nYour message");
        assertThat(report.substring(0, report.indexOf("\r\n\r\n"))).contains("Content-Transfer-Encoding: 8bit");
        assertThat(write(ReportWriter.Action.FAILED, DsnReturn.FULL)).doesNotContain("8bit");
    }

    @Test
    void whatNoPeerHasSaidIsNotCalledAnSmtpReply() {
        assertThat(write(RECIPIENT, "", "450 4.4.7 Not delivered in time", "", ORIGINAL))
                .contains("Diagnostic-Code: x-postyard; 450 4.4.7 Not delivered in time\r\n")
                .doesNotContain("Remote-MTA");
    }

    @Test
    void headersWithoutEndAreCutAtALineAndNotReturnedWhole() {
        Content endless = Content.of("Subject: hi\r\n" + "X-Filler: 0123456789\r\n".repeat(100_000));
        String report = write(RECIPIENT, "", "552 5.3.4 too large", "", endless);
        assertThat(report.length()).isBetween(64_000, 68_000);
        assertThat(report).contains("Subject: hi\r\n").contains("0123456789\r\n\r\n--");
    }

    private String write(Recipient recipient, String envelopeId, String diagnostic, String peer, Content original) {
        Envelope envelope =
                new Envelope("sender@example.org", List.of(recipient), DsnReturn.UNSPECIFIED, envelopeId, false, false);
        Message message = new Message(new MessageId(42), envelope, Handling.DEFAULT, NOW, "", original.sizeBytes());
        ReportWriter.Fate fate = new ReportWriter.Fate(recipient, "5.0.0", diagnostic, peer);
        return new String(
                writer.write(ReportWriter.Action.FAILED, message, original, List.of(fate), NOW)
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}

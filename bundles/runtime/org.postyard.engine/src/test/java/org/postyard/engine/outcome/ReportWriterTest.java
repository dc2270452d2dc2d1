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
}

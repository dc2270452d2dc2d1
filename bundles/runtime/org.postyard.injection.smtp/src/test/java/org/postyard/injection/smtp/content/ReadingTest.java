package org.postyard.injection.smtp.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Priority;

class ReadingTest {
    @Test
    void takesWishesOutOfTheHeaderBlock() {
        Reading reading = read("Subject: a\r\nX-Postyard-Tenant: acme\r\nx-postyard-campaign : Spring 2026\r\n"
                + "X-POSTYARD-CLASS:Transactional\r\nX-Postyard-Priority: critical\r\nX-Postyard-Pool:\r\n\twest\r\n"
                + "To: b\r\nX-Postyard-Not-Before: 2026-01-01T08:00:00+01:00\r\nX-Postyard-Deadline: 2026-01-02T00:00:00Z\r\n"
                + "\r\nX-Postyard-Tenant: in the body\r\n");
        assertThat(text(reading)).isEqualTo("Subject: a\r\nTo: b\r\n\r\nX-Postyard-Tenant: in the body\r\n");
        assertThat(reading.handling())
                .isEqualTo(new Handling(
                        "acme",
                        "Spring 2026",
                        MessageClass.TRANSACTIONAL,
                        Priority.CRITICAL,
                        Optional.of("west"),
                        Optional.of(Instant.parse("2026-01-01T07:00:00Z")),
                        Optional.of(Instant.parse("2026-01-02T00:00:00Z"))));
    }

    @Test
    void takesTheClassesOwnPriorityIfNoneIsGiven() {
        assertThat(read("X-Postyard-Class: transactional\r\n\r\n").handling().priority())
                .isEqualTo(Priority.HIGH);
    }

    @Test
    void touchesNothingWithoutSuchFields() {
        String content = "Subject: a\r\n folded\r\nno field\r\nX-Other: b\r\n\r\nbody";
        Reading reading = read(content);
        assertThat(text(reading)).isEqualTo(content);
        assertThat(reading.handling()).isEqualTo(Handling.DEFAULT);
    }

    @Test
    void findsFieldsBehindBareLineFeedsAndAtTheEnd() {
        assertThat(text(read("Subject: a\nX-Postyard-Tenant: b\nTo: c\n\nbody")))
                .isEqualTo("Subject: a\nTo: c\n\nbody");
        assertThat(text(read("X-Postyard-Tenant: b"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Postyard-Tenant:",
                "X-Postyard-Tenant: a b",
                "X-Postyard-Class: very special",
                "X-Postyard-Class: system",
                "X-Postyard-Priority: urgent",
                "X-Postyard-Pool: ../west",
                "X-Postyard-Not-Before: tomorrow",
                "X-Postyard-Deadline: 2026-01-02",
                "X-Postyard-Colour: red",
            })
    void refusesAFieldByName(String field) {
        String reply = refusal(field + "\r\nSubject: a\r\n\r\n", 30);
        assertThat(reply).startsWith("554 5.6.0 Header " + field.substring(0, field.indexOf(':')));
    }

    @Test
    void refusesAFieldThatIsGivenTwice() {
        assertThat(refusal("X-Postyard-Tenant: a\r\nX-Postyard-tenant: b\r\n\r\n", 30))
                .isEqualTo("554 5.6.0 Header X-Postyard-tenant is given twice");
    }

    @Test
    void refusesADeadlineThatIsNotAfterNotBefore() {
        assertThat(refusal(
                        "X-Postyard-Not-Before: 2026-01-02T00:00:00Z\r\nX-Postyard-Deadline: 2026-01-02T00:00:00Z\r\n\r\n",
                        30))
                .contains("X-Postyard-Deadline");
    }

    @Test
    void refusesAMessageThatHasComeRoundTooOften() {
        String received = "Received: from a by b\r\n\twith c\r\n";
        assertThat(text(read(received.repeat(30) + "\r\n" + received))).hasSize(received.length() * 31 + 2);
        assertThat(refusal(received.repeat(31) + "\r\n", 30)).startsWith("554 5.4.6");
    }

    private static Reading read(String content) {
        return Reading.of(("Trace\r\n" + content).getBytes(StandardCharsets.ISO_8859_1), 7, 30)
                .fold(reading -> reading, reply -> {
                    throw new AssertionError(reply.toString());
                });
    }

    private static String refusal(String content, int maxReceived) {
        return Reading.of(content.getBytes(StandardCharsets.ISO_8859_1), 0, maxReceived)
                .fold(reading -> "accepted", reply -> reply.toString());
    }

    private static String text(Reading reading) {
        String all = new String(reading.content().bytes(), StandardCharsets.ISO_8859_1);
        return all.substring("Trace\r\n".length());
    }
}

package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 2920, and input that arrives in pieces of any size. */
class PipeliningTest {
    private RunningInjection running;

    @BeforeEach
    void start() {
        running = RunningInjection.with();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void answersABatchInOrderWithItsPartialFailures() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.send("MAIL FROM:<a@b.example>\r\nRCPT TO:<bad@@x>\r\nRCPT TO:<good@x.example>\r\n"
                    + "RCPT TO:<also@x.example> FOO=1\r\nDATA\r\n");
            talk.expect("250 2.1.0");
            talk.expect("501 5.1.3");
            talk.expect("250 2.1.5");
            talk.expect("555 5.5.4");
            talk.expect("354");
            talk.send("x: y\r\n\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<no>\r\nDATA\r\nRSET\r\nQUIT\r\n");
            talk.expect("250 2.0.0 Ok: queued");
            talk.expect("250 2.1.0");
            talk.expect("501 5.1.3");
            talk.expect("554 5.5.1");
            talk.expect("250 2.0.0");
            talk.expect("221");
            talk.expectClosed();
        }
        assertThat(running.onlySubmission().envelope().recipients()).hasSize(1);
    }

    @Test
    void takesAWholeConversationInOneSegmentAndStillAnswersIfTheClientEndsItsSide() throws Exception {
        running.desk.hold();
        try (Talk talk = running.talk()) {
            talk.send("EHLO c.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n"
                    + "Subject: one\r\n\r\none\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n"
                    + "Subject: two\r\n\r\ntwo\r\n.\r\n");
            talk.endOutput();
            for (String start : new String[] {"220", "250-", "250 2.1.0", "250 2.1.5", "354"}) talk.expect(start);
            Eventually.holds(() -> running.desk.heldCount() == 1);
            assertThat(running.desk.submissions())
                    .as("the next message waits for the first")
                    .hasSize(1);
            running.desk.releaseHeld();
            for (String start : new String[] {"250 2.0.0", "250 2.1.0", "250 2.1.5", "354", "250 2.0.0"})
                talk.expect(start);
            talk.expectClosed();
        }
        assertThat(running.desk.submissions()).hasSize(2);
    }

    @Test
    void takesOneOctetAtATime() throws Exception {
        try (Talk talk = running.talk()) {
            String all = "EHLO c.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n"
                    + "Subject: one\r\n\r\n..dot\r\n.\r\nQUIT\r\n";
            for (char octet : all.toCharArray()) talk.send(String.valueOf(octet));
            for (String start : new String[] {"220", "250-", "250 2.1.0", "250 2.1.5", "354", "250 2.0.0", "221"})
                talk.expect(start);
        }
        assertThat(Sent.text(running.onlySubmission())).isEqualTo("Subject: one\r\n\r\n.dot\r\n");
    }

    @Test
    void readsNothingMoreWhileAMessageIsBeingCommitted() throws Exception {
        running.desk.hold();
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.command("DATA", "354");
            talk.send("x: y\r\n\r\n.\r\n");
            Eventually.holds(() -> running.desk.heldCount() == 1);
            double before = running.measurement("postyard_smtp_commands_total");
            talk.send("NOOP\r\n".repeat(100));
            assertThat(running.measurement("postyard_smtp_commands_total")).isEqualTo(before);
            running.desk.releaseHeld();
            talk.expect("250 2.0.0 Ok: queued");
            for (int i = 0; i < 100; i++) talk.expect("250 2.0.0 Ok");
        }
    }

    @Test
    void survivesClientsThatDisappearInTheMiddle() throws Exception {
        for (int i = 0; i < 20; i++)
            try (Talk talk = running.talkAfterEhlo()) {
                talk.beginMessage();
                talk.command("DATA", "354");
                talk.send("x: y\r\n\r\n" + "z".repeat(50_000));
            }
        Eventually.holds(() -> running.measurement("postyard_smtp_connections_open") == 0);
        assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
        assertThat(running.desk.submissions()).isEmpty();
    }
}

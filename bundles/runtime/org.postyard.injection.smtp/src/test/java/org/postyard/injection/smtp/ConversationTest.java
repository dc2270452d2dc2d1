package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.injection.Submission;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Notify;

class ConversationTest {
    private RunningInjection running;

    @BeforeEach
    void start() {
        running = RunningInjection.with("hostName", "mail.postyard.example");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void greetsWithItsPublicNameAndOffersItsExtensions() throws Exception {
        try (Talk talk = running.talk()) {
            talk.expect("220 mail.postyard.example ESMTP");
            String capabilities = talk.command("EHLO client.example", "250-mail.postyard.example");
            assertThat(capabilities.lines().map(line -> line.substring(4)))
                    .contains(
                            "PIPELINING",
                            "SIZE " + (32 * 1024 * 1024 - 1024),
                            "8BITMIME",
                            "SMTPUTF8",
                            "ENHANCEDSTATUSCODES",
                            "CHUNKING",
                            "DSN")
                    .doesNotContain("STARTTLS", "AUTH PLAIN LOGIN");
        }
    }

    @Test
    void acceptsAMessageAndTellsItsId() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            String reply = talk.message("Subject: hello\r\n\r\nbody");
            assertThat(reply).matches("250 2\\.0\\.0 Ok: queued as [0-9a-z]{13}");
            talk.command("QUIT", "221 2.0.0");
            talk.expectClosed();
        }
        Submission submission = running.onlySubmission();
        assertThat(Sent.text(submission)).isEqualTo("Subject: hello\r\n\r\nbody\r\n");
        assertThat(submission.envelope().sender()).isEqualTo("sender@client.example");
        assertThat(submission.envelope().recipients()).hasSize(1);
        assertThat(submission.envelope().recipients().get(0).address()).isEqualTo("recipient@example.com");
        assertThat(submission.envelope().eightBit()).isFalse();
        assertThat(submission.handling()).isEqualTo(Handling.DEFAULT);
        assertThat(submission.client()).isEqualTo("127.0.0.1");
    }

    @Test
    void writesATraceHeaderThatShowsTheClientAndOnlyThePublicNameOfOurs() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.message("Subject: hello\r\n\r\nbody");
        }
        assertThat(Sent.traceHeader(running.onlySubmission()))
                .matches(
                        "Received: from client\\.example \\(\\[127\\.0\\.0\\.1]\\)\r\n"
                                + "\tby mail\\.postyard\\.example with ESMTP id [0-9a-z-]+\\.1;\r\n"
                                + "\t(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{1,2} [A-Z][a-z]{2} 20\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0000\r\n");
    }

    @Test
    void takesHeloWithoutExtensions() throws Exception {
        try (Talk talk = running.talk()) {
            talk.expect("220");
            assertThat(talk.command("HELO client.example", "250 ")).doesNotContain("PIPELINING");
            talk.command("MAIL FROM:<a@b.example> SIZE=10", "555 5.5.4");
            talk.message("Subject: x\r\n\r\nold");
        }
        assertThat(Sent.traceHeader(running.onlySubmission())).contains(" with SMTP id ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<a@b.example> | 503 5.5.1",
                "RCPT TO:<a@b.example>   | 503 5.5.1",
                "DATA                    | 503 5.5.1",
                "EHLO                    | 501 5.5.4",
                "EHLO a(b)               | 501 5.5.4",
                "HELO two words          | 501 5.5.4",
                "NOOP whatever           | 250 2.0.0",
                "RSET                    | 250 2.0.0",
                "RSET now                | 501 5.5.4",
                "VRFY someone            | 252 2.5.2",
                "VRFY                    | 501 5.5.4",
                "EXPN list               | 502 5.5.1",
                "HELP                    | 214 2.0.0",
                "STARTTLS                | 454 4.7.0",
                "AUTH PLAIN              | 503 5.5.1",
                "WHATEVER                | 500 5.5.2",
                "DATAX                   | 500 5.5.2",
                "quit                    | 221 2.0.0",
            })
    void answersEachCommandRightBeforeTheHello(String command, String reply) throws Exception {
        try (Talk talk = running.talk()) {
            talk.expect("220");
            talk.command(command, reply);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MAIL FROM:<a@b.example> SIZE=99999999999999 | 552 5.3.4",
                "MAIL FROM:<a@b.example> SIZE=x              | 501 5.5.4",
                "MAIL FROM:<a@b.example> SIZE=1 SIZE=1       | 501 5.5.4",
                "MAIL FROM:<a@b.example> BODY=BINARYMIME     | 501 5.5.4",
                "MAIL FROM:<a@b.example> BODY=8bitmime       | 250 2.1.0",
                "MAIL FROM:<a@b.example> SMTPUTF8            | 250 2.1.0",
                "MAIL FROM:<a@b.example> SMTPUTF8=yes        | 501 5.5.4",
                "MAIL FROM:<a@b.example> AUTH=<>             | 250 2.1.0",
                "MAIL FROM:<a@b.example> HOLDFOR=5           | 555 5.5.4",
                "MAIL FROM:<a@b.example> RET=HALF            | 501 5.5.4",
                "MAIL FROM:<a@b.example> ENVID=a+zz          | 501 5.5.4",
                "MAIL FROM:<a@b.example>SIZE=1               | 501 5.5.4",
                "MAIL FROM: <a@b.example>                    | 250 2.1.0",
                "MAIL FROM:a@b.example                       | 501 5.1.7",
                "MAIL TO:<a@b.example>                       | 501 5.5.4",
                "MAIL FROM:<ä@b.example>                     | 553 5.6.7",
                "MAIL FROM:<ä@b.example> SMTPUTF8            | 250 2.1.0",
                "mail from:<>                                | 250 2.1.0",
                "AUTH PLAIN AGEAYQ==                         | 502 5.5.1",
            })
    void answersMailRight(String command, String reply) throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command(command, reply);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT TO:<a@b.example> NOTIFY=NEVER           | 250 2.1.5",
                "RCPT TO:<a@b.example> NOTIFY=NEVER,DELAY     | 501 5.5.4",
                "RCPT TO:<a@b.example> NOTIFY=                | 501 5.5.4",
                "RCPT TO:<a@b.example> NOTIFY=SOMETIMES       | 501 5.5.4",
                "RCPT TO:<a@b.example> NOTIFY=DELAY,DELAY     | 501 5.5.4",
                "RCPT TO:<a@b.example> ORCPT=a@b.example      | 501 5.5.4",
                "RCPT TO:<a@b.example> ORCPT=rfc822;a+40b     | 250 2.1.5",
                "RCPT TO:<a@b.example> ORCPT=rfc822;a+4b+     | 501 5.5.4",
                "RCPT TO:<a@b.example> WHY=NOT                | 555 5.5.4",
                "RCPT TO:<>                                   | 501 5.1.3",
                "RCPT TO:<PostMaster>                         | 250 2.1.5",
                "RCPT TO:<ä@b.example>                        | 553 5.6.7",
                "MAIL FROM:<a@b.example>                      | 503 5.5.1",
            })
    void answersRecipientsRight(String command, String reply) throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<a@b.example>", "250");
            talk.command(command, reply);
        }
    }

    @Test
    void keepsWhatDsnParametersSay() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<a@b.example> RET=HDRS ENVID=QQ+2B314", "250");
            talk.command("RCPT TO:<c@d.example> NOTIFY=success,FAILURE ORCPT=rfc822;C@d.example", "250");
            talk.command("RCPT TO:<e@d.example> NOTIFY=NEVER", "250");
            talk.command("DATA", "354");
            talk.send("\r\nx\r\n.\r\n");
            talk.expect("250");
        }
        var envelope = running.onlySubmission().envelope();
        assertThat(envelope.dsnReturn()).isEqualTo(DsnReturn.HEADERS);
        assertThat(envelope.envelopeId()).isEqualTo("QQ+2B314");
        assertThat(envelope.recipients().get(0).reports()).containsOnly(Notify.SUCCESS, Notify.FAILURE);
        assertThat(envelope.recipients().get(0).originalRecipient()).isEqualTo("rfc822;C@d.example");
        assertThat(envelope.recipients().get(1).reports()).containsOnly(Notify.NEVER);
    }

    @Test
    void takesUtf8AddressesWithSmtpUtf8() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<jörg@bücher.example> SMTPUTF8 BODY=8BITMIME", "250");
            talk.command("RCPT TO:<用户@例え.example>", "250");
            talk.command("DATA", "354");
            talk.say("Subject: grüße\r\n\r\nx\r\n.");
            talk.expect("250");
        }
        var submission = running.onlySubmission();
        assertThat(submission.envelope().sender()).isEqualTo("jörg@bücher.example");
        assertThat(submission.envelope().recipients().get(0).address()).isEqualTo("用户@例え.example");
        assertThat(submission.envelope().smtpUtf8()).isTrue();
        assertThat(submission.envelope().eightBit()).isTrue();
        assertThat(Sent.traceHeader(submission)).contains(" with UTF8SMTP id ");
    }

    @Test
    void forgetsTheTransactionAtResetAndAtTheNextHello() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.command("RSET", "250");
            talk.command("DATA", "503");
            talk.beginMessage();
            talk.command("EHLO again.example", "250");
            talk.command("RCPT TO:<a@b.example>", "503");
            assertThat(talk.message("x: y\r\n\r\n")).startsWith("250");
        }
        assertThat(Sent.traceHeader(running.onlySubmission())).contains("from again.example");
    }

    @Test
    void takesManyMessagesInOneConversation() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            for (int i = 0; i < 50; i++)
                assertThat(talk.message("Subject: " + i + "\r\n\r\nbody")).startsWith("250");
        }
        assertThat(running.desk.submissions()).hasSize(50);
        assertThat(Sent.text(running.desk.submissions().get(49))).isEqualTo("Subject: 49\r\n\r\nbody\r\n");
        assertThat(running.measurement("postyard_smtp_messages_total{result=\"accepted\"}"))
                .isEqualTo(50);
        assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
    }
}

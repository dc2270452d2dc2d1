package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postyard.api.injection.InjectionResult.Cause;
import org.postyard.api.injection.InjectionResult.Refused;

/** Every limit, with the reply that says which one it is, and what still works after it. */
class LimitsTest {
    @Test
    void refusesMessagesLargerThanAnnouncedWhereverThatIsSeen() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxMessageBytes", 20_000);
                Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<a@b.example> SIZE=20001", "552 5.3.4");
            talk.command("MAIL FROM:<a@b.example> SIZE=20000", "250");
            talk.command("RCPT TO:<a@b.example>", "250");
            talk.command("DATA", "354");
            talk.send("x".repeat(300_000) + "\r\n.\r\n");
            talk.expect("552 5.3.4");
            talk.command("RSET", "250");
            assertThat(talk.message("x".repeat(19_998))).startsWith("250");
            assertThat(talk.message("x".repeat(19_999))).startsWith("552 5.3.4");
            assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
        }
    }

    @Test
    void announcesNoMoreThanTheEngineTakesWithTheTraceHeader() throws Exception {
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talk()) {
            assertThat(running.desk.maxContentBytes()).isEqualTo(32 * 1024 * 1024);
            talk.expect("220");
            assertThat(talk.command("EHLO a", "250")).contains("SIZE 33553408");
        }
    }

    @Test
    void takesRecipientsUpToTheLimitAndTheRestLater() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxRecipients", 3);
                Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<>", "250");
            for (int i = 0; i < 3; i++) talk.command("RCPT TO:<r" + i + "@b.example>", "250");
            talk.command("RCPT TO:<r3@b.example>", "452 4.5.3");
            talk.command("DATA", "354");
            talk.send("\r\n.\r\n");
            talk.expect("250");
            assertThat(running.onlySubmission().envelope().recipients()).hasSize(3);
        }
    }

    @Test
    void refusesCommandLinesThatAreTooLongAndGoesOn() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxCommandLineBytes", 600);
                Talk talk = running.talkAfterEhlo()) {
            talk.command("NOOP " + "x".repeat(595), "250");
            talk.command("NOOP " + "x".repeat(596), "500 5.5.6");
            talk.command("NOOP " + "x".repeat(1_000_000), "500 5.5.6");
            talk.command("NOOP", "250");
        }
    }

    @Test
    void takesTextLinesOfAnyLength() throws Exception {
        String line = "y".repeat(1_000_000);
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talkAfterEhlo()) {
            assertThat(talk.message("Subject: x\r\n\r\n" + line + "\0" + line)).startsWith("250");
            assertThat(Sent.text(running.onlySubmission()))
                    .isEqualTo("Subject: x\r\n\r\n" + line + "\0" + line + "\r\n");
        }
    }

    @Test
    void refusesControlsAndStrayLineEndsInCommands() throws Exception {
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talkAfterEhlo()) {
            talk.send("NOOP\0\r\n");
            talk.expect("500 5.5.2");
            talk.send("NOOP\n");
            talk.expect("500 5.5.2");
            talk.send("MAIL FROM:<a@b.example>\rRCPT TO:<a@b.example>\r\n");
            talk.expect("500 5.5.2");
            talk.send("\r\n");
            talk.expect("500 5.5.2");
            talk.command("NOOP", "250");
        }
    }

    @Test
    void leavesClientsThatSayNothingUnderstandable() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxBadCommands", 3);
                Talk talk = running.talkAfterEhlo()) {
            for (int i = 0; i < 3; i++) talk.command("GET / HTTP/1.1", "500");
            talk.command("Host: x", "500");
            talk.expect("421 4.7.0");
            talk.expectClosed();
        }
    }

    @Test
    void leavesClientsThatBringNoMail() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxIdleCommands", 5);
                Talk talk = running.talkAfterEhlo()) {
            for (int i = 0; i < 4; i++) talk.command("NOOP", "250");
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
            for (int i = 0; i < 5; i++) talk.command("NOOP", "250");
            talk.command("NOOP", "250");
            talk.expect("421 4.7.0");
            talk.expectClosed();
        }
    }

    @Test
    void limitsConnectionsOfOneClientAndInAll() throws Exception {
        try (RunningInjection running = RunningInjection.with("maxConnectionsPerTrustedClient", 2);
                Talk first = running.talkAfterEhlo();
                Talk second = running.talkAfterEhlo();
                Talk third = running.talk()) {
            third.expect("421 4.7.0 Too many connections from your address");
            third.expectClosed();
            second.command("QUIT", "221");
            Eventually.holds(() -> running.measurement("postyard_smtp_connections_open") == 1);
            try (Talk fourth = running.talkAfterEhlo()) {
                fourth.command("NOOP", "250");
            }
            first.command("NOOP", "250");
        }
        try (RunningInjection running = RunningInjection.with("maxConnections", 1);
                Talk first = running.talkAfterEhlo();
                Talk second = running.talk()) {
            second.expect("421 4.7.0 Too many connections;");
            second.expectClosed();
            first.command("NOOP", "250");
        }
    }

    @Test
    void leavesClientsThatSayNothingForTooLong() throws Exception {
        try (RunningInjection running = RunningInjection.with("idleTimeoutSeconds", 1);
                Talk talk = running.talkAfterEhlo()) {
            talk.send("NOO");
            talk.expect("421 4.4.2");
            talk.expectClosed();
        }
    }

    @Test
    void leavesClientsWhoseDataIsTooSlow() throws Exception {
        try (RunningInjection running =
                        RunningInjection.with("dataGraceSeconds", 1, "minDataBytesPerSecond", 1_000_000_000);
                Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.command("DATA", "354");
            talk.send("x".repeat(100));
            talk.expect("421 4.4.2");
            talk.expectClosed();
            assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
        }
    }

    @Test
    void boundsTheMemoryOfAllBodiesTogether() throws Exception {
        try (RunningInjection running = RunningInjection.with("bodyMemoryMegabytes", 1, "memoryPatienceSeconds", 0);
                Talk big = running.talkAfterEhlo();
                Talk other = running.talkAfterEhlo()) {
            big.beginMessage();
            big.command("DATA", "354");
            big.send("x".repeat(1_000_000));
            Eventually.holds(() -> running.measurement("postyard_smtp_body_memory_bytes") >= 1_000_000);
            other.command("MAIL FROM:<a@b.example> SIZE=900000", "452 4.3.1");
            big.send("x".repeat(500_000) + "\r\n.\r\n");
            big.expect("452 4.3.1");
            assertThat(other.message("a: b\r\n\r\n")).startsWith("250");
            assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
        }
    }

    @Test
    void letsClientsWaitForMemoryInsteadOfRefusingThem() throws Exception {
        try (RunningInjection running = RunningInjection.with("bodyMemoryMegabytes", 1);
                Talk first = running.talkAfterEhlo();
                Talk second = running.talkAfterEhlo();
                Talk third = running.talkAfterEhlo()) {
            first.beginMessage();
            first.command("DATA", "354");
            second.beginMessage();
            second.command("DATA", "354");
            first.send("a: b\r\n\r\n" + "x".repeat(400_000));
            Eventually.holds(() -> running.measurement("postyard_smtp_body_memory_bytes") >= 400_000);
            CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> sendLarge(second));
            Eventually.holds(() -> running.measurement("postyard_smtp_body_memory_bytes") >= 850_000);
            third.beginMessage();
            third.say("DATA");
            first.send("\r\n.\r\n");
            first.expect("250");
            second.expect("250");
            third.expect("354");
            rest.get(10, TimeUnit.SECONDS);
            assertThat(running.desk.submissions()).hasSize(2);
        }
    }

    private static void sendLarge(Talk talk) {
        try {
            talk.send("a: b\r\n\r\n" + "y".repeat(800_000) + "\r\n.\r\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void refusesForTheTimeBeingWhatHasWaitedForMemoryTooLong() throws Exception {
        try (RunningInjection running = RunningInjection.with("bodyMemoryMegabytes", 1, "memoryPatienceSeconds", 1);
                Talk big = running.talkAfterEhlo();
                Talk other = running.talkAfterEhlo()) {
            big.beginMessage();
            big.command("DATA", "354");
            big.send("a: b\r\n\r\n" + "x".repeat(1_000_000));
            Eventually.holds(() -> running.measurement("postyard_smtp_body_memory_bytes") >= 1_000_000);
            other.beginMessage();
            other.command("DATA", "452 4.3.1");
            other.command("NOOP", "250");
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void saysWhyTheDeskRefuses(Cause cause) throws Exception {
        Refused refused = new Refused(cause, "because of the test", Duration.ofSeconds(5));
        String expected = cause.smtpCode() + " " + cause.enhancedCode() + " because of the test";
        try (RunningInjection running = RunningInjection.with()) {
            try (Talk talk = running.talkAfterEhlo()) {
                running.desk.answerWith(submission -> refused);
                assertThat(talk.message("a: b\r\n\r\n")).isEqualTo(expected);
                if (cause.smtpCode() == 421) talk.expectClosed();
                else talk.command("NOOP", "250");
            }
            try (Talk talk = running.talkAfterEhlo()) {
                talk.beginMessage();
                running.desk.refuseNow(Optional.of(refused));
                talk.command("DATA", expected);
            }
            try (Talk talk = running.talkAfterEhlo()) {
                talk.command("MAIL FROM:<>", expected);
                running.desk.refuseNow(Optional.empty());
                running.desk.answerWith(submission -> running.desk.accepted());
            }
            try (Talk talk = running.talkAfterEhlo()) {
                assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
            }
        }
    }

    @Test
    void answersAnErrorInsideAsTemporary() throws Exception {
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talkAfterEhlo()) {
            running.desk.answerWith(submission -> {
                throw new IllegalStateException("broken on purpose");
            });
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("451 4.3.1");
            running.desk.answerWith(submission -> running.desk.accepted());
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
            assertThat(running.measurement("postyard_smtp_body_memory_bytes")).isZero();
        }
    }

    @Test
    void refusesWishesThatItCannotReadAndRemovesThoseThatItCan() throws Exception {
        try (RunningInjection running = RunningInjection.with();
                Talk talk = running.talkAfterEhlo()) {
            assertThat(talk.message("X-Postyard-Priority: very\r\n\r\nx"))
                    .startsWith("554 5.6.0 Header X-Postyard-Priority");
            assertThat(talk.message("A: b\r\nX-Postyard-Tenant: acme\r\nX-Postyard-Pool:\r\n west\r\nC: d\r\n\r\nx"))
                    .startsWith("250");
            assertThat(running.onlySubmission().handling().tenant()).isEqualTo("acme");
            assertThat(running.onlySubmission().handling().pool()).contains("west");
            assertThat(Sent.text(running.onlySubmission())).isEqualTo("A: b\r\nC: d\r\n\r\nx\r\n");
            assertThat(talk.message("Received: x\r\n".repeat(31))).startsWith("554 5.4.6");
        }
    }

    @Test
    void servesAThousandConnectionsAtOnce() throws Exception {
        try (RunningInjection running = RunningInjection.with()) {
            List<Talk> talks = new ArrayList<>();
            try {
                for (int i = 0; i < 1000; i++) talks.add(running.talk());
                for (Talk talk : talks) talk.send("EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\n");
                for (Talk talk : talks) talk.send("a: b\r\n\r\nbody\r\n.\r\n");
                for (Talk talk : talks)
                    for (String start : new String[] {"220", "250", "250", "250", "354", "250 2.0.0 Ok: queued"})
                        talk.expect(start);
                assertThat(running.measurement("postyard_smtp_connections_open"))
                        .isEqualTo(1000);
            } finally {
                for (Talk talk : talks) talk.close();
            }
            assertThat(running.desk.submissions()).hasSize(1000);
        }
    }
}

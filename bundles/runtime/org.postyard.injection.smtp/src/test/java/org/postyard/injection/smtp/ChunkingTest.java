package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.injection.InjectionResult.Cause;
import org.postyard.api.injection.InjectionResult.Refused;

/** BDAT (RFC 3030). */
class ChunkingTest {
    private RunningInjection running;

    @BeforeEach
    void start() {
        running = RunningInjection.with("maxMessageBytes", 100_000);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void joinsChunksOctetByOctet() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.send("BDAT 10\r\nSubject: a");
            talk.expect("250 2.0.0 10 octets");
            talk.send("BDAT 0\r\n");
            talk.expect("250 2.0.0 0 octets");
            talk.send("BDAT 19 LAST\r\n\r\n\r\n.\r\n\0\r\n..\r\n\u00e9abcxQUIT\r\n");
            talk.expect("250 2.0.0 Ok: queued");
            talk.expect("221");
        }
        assertThat(Sent.text(running.onlySubmission())).isEqualTo("Subject: a\r\n\r\n.\r\n\0\r\n..\r\n\u00e9abcx");
        assertThat(running.onlySubmission().envelope().eightBit()).isTrue();
    }

    @Test
    void endsWithAnEmptyLastChunk() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.send("MAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nBDAT 5\r\na: b\nBDAT 0 LAST\r\nNOOP\r\n");
            for (String start :
                    new String[] {"250 2.1.0", "250 2.1.5", "250 2.0.0 5", "250 2.0.0 Ok: q", "250 2.0.0 Ok"})
                talk.expect(start);
        }
        assertThat(Sent.text(running.onlySubmission())).isEqualTo("a: b\n");
    }

    @Test
    void doesNotMixWithData() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.send("BDAT 2\r\nab");
            talk.expect("250");
            talk.command("DATA", "503 5.5.1");
            talk.command("RCPT TO:<late@b.example>", "503 5.5.1");
            talk.send("BDAT 2 LAST\r\ncd");
            talk.expect("250 2.0.0 Ok: queued");
        }
        assertThat(Sent.text(running.onlySubmission())).isEqualTo("abcd");
    }

    @Test
    void takesTheOctetsOfChunksThatItRefuses() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.send("BDAT 6 LAST\r\nRSET\r\nNOOP\r\n");
            talk.expect("503 5.5.1");
            talk.expect("250 2.0.0");
            talk.send("MAIL FROM:<>\r\nRCPT TO:<bad>\r\nBDAT 6\r\nQUIT\r\nBDAT 6 LAST\r\nQUIT\r\nNOOP\r\n");
            talk.expect("250 2.1.0");
            talk.expect("501 5.1.3");
            talk.expect("554 5.5.1");
            talk.expect("503 5.5.1");
            talk.expect("250 2.0.0");
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
        }
        assertThat(running.desk.submissions()).hasSize(1);
    }

    @Test
    void failsAllChunksAfterOneThatFailed() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.send("BDAT 60000\r\n" + "x".repeat(60_000));
            talk.expect("250");
            talk.send("BDAT 60000\r\n" + "x".repeat(60_000));
            talk.expect("552 5.3.4");
            talk.send("BDAT 3 LAST\r\nabc");
            talk.expect("503 5.5.1");
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
        }
        assertThat(running.desk.submissions()).hasSize(1);
    }

    @Test
    void refusesTheFirstChunkIfTheDeskTakesNothing() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            running.desk.refuseNow(
                    Optional.of(new Refused(Cause.STORAGE_FULL, "the disk is full", Duration.ofMinutes(1))));
            talk.send("BDAT 6 LAST\r\nQUIT\r\n");
            talk.expect("452 4.3.1 the disk is full");
            running.desk.refuseNow(Optional.empty());
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
        }
    }

    @Test
    void closesWhenItCannotKnowWhereTheNextCommandStarts() throws Exception {
        for (String bad : new String[] {"BDAT", "BDAT x", "BDAT -1", "BDAT 5 FIRST", "BDAT 99999999999999999999"})
            try (Talk talk = running.talkAfterEhlo()) {
                talk.beginMessage();
                talk.command(bad, "501 5.5.4");
                talk.expectClosed();
            }
    }
}

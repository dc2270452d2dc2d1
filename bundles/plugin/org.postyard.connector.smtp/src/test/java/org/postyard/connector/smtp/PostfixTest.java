package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postyard.api.delivery.AttemptResult.Bounced;
import org.postyard.api.delivery.AttemptResult.Relayed;
import org.postyard.api.delivery.Session;
import org.postyard.api.message.Content;
import org.postyard.testkit.delivery.Departures;
import org.postyard.testkit.delivery.RecordingSmtpSink;

/** Real and malformed messages arrive at a real server, octet by octet. */
class PostfixTest {
    private static PostfixServer start() throws IOException, InterruptedException {
        String obstacle = PostfixServer.obstacle();
        if (!obstacle.isEmpty()) System.out.println("skipped: " + obstacle);
        assumeTrue(obstacle.isEmpty(), obstacle);
        return PostfixServer.start();
    }

    /** The collected messages beside the repository, if they are there. */
    static List<Path> collection() throws IOException {
        Path folder = Path.of(System.getProperty("postyard.mail", ""));
        for (Path up = Path.of("").toAbsolutePath();
                up != null && folder.toString().isEmpty();
                up = up.getParent())
            if (Files.isDirectory(up.resolve("shared/data/mail"))) folder = up.resolve("shared/data/mail");
        if (folder.toString().isEmpty()) {
            System.out.println("skipped: there is no collection of messages (shared/data/mail)");
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(eml|msg)"))
                    .sorted()
                    .toList();
        }
    }

    /** As Postfix keeps it: each line end is LF, and there is one at the end. */
    static String stored(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        return text.endsWith("\n") ? text : text + "\n";
    }

    /**
     * Leaves out where Postfix mends headers: it renames a mailbox's From line, removes spaces before a header's colon
     * and puts an empty line where a header ends without one.
     */
    private static String withoutPostfixRepairs(String text) {
        return text.replace("X-Mailbox-Line: From ", "From ")
                .replaceAll("(?m)^([!-9;-~]+)[ \t]+:", "$1:")
                .replaceAll("\n+", "\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void collectedMessagesArriveAsTheyAre(boolean chunking) throws IOException, InterruptedException {
        SmtpConnector connector = Trial.connector(Trial.settings(Duration.ofMinutes(1), chunking));
        try (PostfixServer postfix = start()) {
            List<Path> files = collection();
            Session session = Trial.open(connector, Departures.toRelay(postfix.address()));
            for (int i = 0; i < files.size(); i++)
                assertThat(Trial.deliver(
                                session, Departures.message(Files.readAllBytes(files.get(i)), "m" + i + "@b.example")))
                        .as(files.get(i).toString())
                        .singleElement()
                        .isInstanceOf(Relayed.class);
            for (int i = 0; i < files.size(); i++)
                assertThat(withoutPostfixRepairs(new String(postfix.mail("m" + i), StandardCharsets.ISO_8859_1)))
                        .as(files.get(i).toString())
                        .endsWith(withoutPostfixRepairs(stored(Files.readAllBytes(files.get(i)))));
            session.close();
        } finally {
            connector.deactivate();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void awkwardContentsArriveAsTheyAreAndSmuggleNothing(boolean chunking) throws IOException, InterruptedException {
        List<String> contents = List.of(
                "Subject: a\r\n\r\n.\r\n..\r\n.x\r\n",
                "Subject: b\r\n\r\n" + "y".repeat(50_000) + "\r\n",
                "Subject: c\r\n\r\n\u00e4\u00f6\u00ff\u0001\r\n",
                "Subject: d\r\n\r\na\n.\nMAIL FROM:<x@y.example>\nRCPT TO:<smuggled@b.example>\nDATA\n.\r\nx\r\n",
                "Subject: e\r\n\r\nno line end",
                "Subject: f\r\n\r\n" + ".\r\n".repeat(100_000));
        SmtpConnector connector = Trial.connector(Trial.settings(Duration.ofMinutes(1), chunking));
        try (PostfixServer postfix = start()) {
            Session session = Trial.open(connector, Departures.toRelay(postfix.address()));
            for (int i = 0; i < contents.size(); i++)
                assertThat(Trial.deliver(
                                session, Departures.message(Trial.ascii(contents.get(i)), "m" + i + "@b.example")))
                        .singleElement()
                        .isInstanceOf(Relayed.class);
            for (int i = 0; i < contents.size(); i++)
                assertThat(new String(postfix.mail("m" + i), StandardCharsets.ISO_8859_1))
                        .endsWith(stored(Trial.ascii(contents.get(i))));
        } finally {
            connector.deactivate();
        }
    }

    @Test
    void aRefusedRecipientDoesNotHinderTheOthers() throws IOException, InterruptedException {
        SmtpConnector connector = Trial.connector(Trial.SETTINGS);
        try (PostfixServer postfix = start()) {
            Session session = Trial.open(connector, Departures.toRelay(postfix.address()));
            var results = Trial.deliver(
                    session,
                    Departures.message(Trial.ascii("Subject: x\r\n\r\nx\r\n"), "good@b.example", "a_b@b.example"));
            assertThat(results.get(0)).isInstanceOf(Relayed.class);
            assertThat(results.get(1)).isInstanceOf(Bounced.class);
            assertThat(Trial.deliver(session, Departures.message(new byte[0], "a_b@b.example", "c_d@b.example")))
                    .allSatisfy(result -> assertThat(result).isInstanceOf(Bounced.class));
            assertThat(Trial.deliver(session, Departures.message(new byte[0], "better@b.example")))
                    .singleElement()
                    .isInstanceOf(Relayed.class);
            assertThat(postfix.mail("good")).isNotEmpty();
            assertThat(postfix.mail("better")).isNotEmpty();
        } finally {
            connector.deactivate();
        }
    }

    @Test
    void collectedMessagesReachAStrictServerUnchangedByChunk() throws IOException {
        SmtpConnector connector = Trial.connector(Trial.SETTINGS);
        try (RecordingSmtpSink sink = RecordingSmtpSink.start().offering("PIPELINING", "CHUNKING", "8BITMIME")) {
            Session session = Trial.open(connector, Departures.toRelay(sink.address()));
            for (Path file : collection()) {
                byte[] content = Files.readAllBytes(file);
                if (!LineEnds.properInHeader(Content.of(content))) continue;
                Trial.deliver(session, Departures.message(content, "a@b.example"));
                assertThat(sink.transactions()
                                .get(sink.transactions().size() - 1)
                                .content())
                        .isEqualTo(content);
            }
        } finally {
            connector.deactivate();
        }
    }
}

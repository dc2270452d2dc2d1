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

/** Real and malformed messages arrive at a second kind of real server, octet by octet. */
class EximTest {
    private static EximServer start() throws IOException, InterruptedException {
        String obstacle = EximServer.obstacle();
        if (!obstacle.isEmpty()) System.out.println("skipped: " + obstacle);
        assumeTrue(obstacle.isEmpty(), obstacle);
        return EximServer.start();
    }

    /** Leaves out where Exim mends headers: it removes lines of spaces in them, and puts an empty line where a header ends without one. */
    private static String withoutEximRepairs(String text) {
        return text.replaceAll("\n[ \t]+(?=\n)", "").replaceAll("\n+", "\n");
    }

    /** Within DATA, Exim puts a space where a line feed stands alone. A header with such line feeds never goes by chunk. */
    private static boolean keptByExim(byte[] content, boolean chunking) {
        return chunking && LineEnds.properInHeader(Content.of(content)) || !loneLineFeed(content);
    }

    private static boolean loneLineFeed(byte[] content) {
        for (int i = 0; i < content.length; i++)
            if (content[i] == '\n' && (i == 0 || content[i - 1] != '\r')) return true;
        return false;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void collectedMessagesArriveAsTheyAre(boolean chunking) throws IOException, InterruptedException {
        List<Path> files = PostfixTest.collection();
        SmtpConnector connector = Trial.connector(Trial.settings(Duration.ofMinutes(1), chunking));
        try (EximServer exim = start()) {
            Session session = Trial.open(connector, Departures.toRelay(exim.address()));
            for (int i = 0; i < files.size(); i++)
                assertThat(Trial.deliver(
                                session, Departures.message(Files.readAllBytes(files.get(i)), "m" + i + "@b.example")))
                        .as(files.get(i).toString())
                        .singleElement()
                        .isInstanceOf(Relayed.class);
            for (int i = 0; i < files.size(); i++) {
                byte[] content = Files.readAllBytes(files.get(i));
                if (!keptByExim(content, chunking)) continue;
                assertThat(withoutEximRepairs(new String(exim.mail("m" + i), StandardCharsets.ISO_8859_1)))
                        .as(files.get(i).toString())
                        .endsWith(withoutEximRepairs(PostfixTest.stored(content)));
            }
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
                "Subject: d\r\n\r\na\n.\nMAIL FROM:<x@y.example>\nRCPT TO:<better@b.example>\nDATA\n.\r\nx\r\n",
                "Subject: e\r\n\r\nno line end",
                "Subject: f\r\n\r\n" + ".\r\n".repeat(100_000));
        SmtpConnector connector = Trial.connector(Trial.settings(Duration.ofMinutes(1), chunking));
        try (EximServer exim = start()) {
            Session session = Trial.open(connector, Departures.toRelay(exim.address()));
            for (int i = 0; i < contents.size(); i++)
                assertThat(Trial.deliver(
                                session, Departures.message(Trial.ascii(contents.get(i)), "m" + i + "@b.example")))
                        .singleElement()
                        .isInstanceOf(Relayed.class);
            for (int i = 0; i < contents.size(); i++) {
                String arrived = new String(exim.mail("m" + i), StandardCharsets.ISO_8859_1);
                if (keptByExim(Trial.ascii(contents.get(i)), chunking))
                    assertThat(arrived).endsWith(PostfixTest.stored(Trial.ascii(contents.get(i))));
            }
            assertThat(exim.hasMail("better")).as("smuggled").isFalse();
        } finally {
            connector.deactivate();
        }
    }

    @Test
    void aRefusedRecipientDoesNotHinderTheOthers() throws IOException, InterruptedException {
        SmtpConnector connector = Trial.connector(Trial.SETTINGS);
        try (EximServer exim = start()) {
            Session session = Trial.open(connector, Departures.toRelay(exim.address()));
            var results = Trial.deliver(
                    session,
                    Departures.message(Trial.ascii("Subject: x\r\n\r\nx\r\n"), "good@b.example", "nobody@b.example"));
            assertThat(results.get(0)).isInstanceOf(Relayed.class);
            assertThat(results.get(1)).isInstanceOf(Bounced.class);
            assertThat(Trial.deliver(session, Departures.message(new byte[0], "a_b@b.example", "c_d@b.example")))
                    .allSatisfy(result -> assertThat(result).isInstanceOf(Bounced.class));
            assertThat(Trial.deliver(session, Departures.message(new byte[0], "better@b.example")))
                    .singleElement()
                    .isInstanceOf(Relayed.class);
            assertThat(exim.mail("good")).isNotEmpty();
            assertThat(exim.mail("better")).isNotEmpty();
        } finally {
            connector.deactivate();
        }
    }
}

package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedProvidersTest {
    private static final String CONTENT = "Subject: hello\r\n\r\nHello.";

    @Test
    void acceptedMailIsCountedForTheSourceThatSentIt() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient one = SmtpClient.hello(providers.port("p"), "One.example.test");
                SmtpClient two = SmtpClient.hello(providers.port("p"), "two.example.test")) {
            assertThat(one.deliver("a@p.test", CONTENT)).startsWith("250 ");
            assertThat(one.deliver("b@p.test", CONTENT)).startsWith("250 ");
            assertThat(two.deliver("c@p.test", CONTENT)).startsWith("250 ");

            ProviderStatistics seen = providers.statistics().provider("p");
            SourceStatistics first = seen.source("one.example.test").orElseThrow();
            assertThat(first.messages()).isEqualTo(2);
            assertThat(first.recipients()).isEqualTo(2);
            assertThat(first.open()).isEqualTo(1);
            assertThat(first.mostMessagesPerConnection()).isEqualTo(2);
            assertThat(first.bytes()).isEqualTo(2L * (CONTENT.length() + 2));
            assertThat(seen.messages()).isEqualTo(3);
        }
    }

    @Test
    void aSourceWithTooManyConnectionsIsTurnedAwayAndAnotherSourceIsNot() throws IOException {
        try (SimulatedProviders providers = Simulation.with("connectionsPerSource = 1");
                SmtpClient first = SmtpClient.hello(providers.port("p"), "one.test");
                SmtpClient second = new SmtpClient(providers.port("p"));
                SmtpClient other = new SmtpClient(providers.port("p"))) {
            assertThat(second.say("EHLO one.test")).startsWith("421 4.7.0");
            assertThat(second.reply()).isEqualTo(SmtpClient.CLOSED);
            assertThat(other.say("EHLO two.test")).startsWith("250-");
            assertThat(first.deliver("a@p.test", CONTENT)).startsWith("250");

            SourceStatistics seen =
                    providers.statistics().provider("p").source("one.test").orElseThrow();
            assertThat(seen.connectionsRefused()).isEqualTo(1);
            assertThat(seen.mostOpen()).isEqualTo(1);
        }
    }

    @Test
    void aUsedUpConnectionIsClosedWithoutAReplyAfterTheLastMessageWasAnswered() throws IOException {
        try (SimulatedProviders providers = Simulation.with("messagesPerConnection = 2", "closesWithoutReply = true");
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.deliver("a@p.test", CONTENT)).startsWith("250");
            assertThat(client.deliver("b@p.test", CONTENT)).startsWith("250");
            assertThat(client.deliver("c@p.test", CONTENT)).isEqualTo(SmtpClient.CLOSED);

            SourceStatistics seen =
                    providers.statistics().provider("p").source("one.test").orElseThrow();
            assertThat(seen.messages()).isEqualTo(2);
            assertThat(seen.cut()).isEqualTo(1);
        }
    }

    @Test
    void aUsedUpConnectionOfAPoliteProviderEndsWith421() throws IOException {
        try (SimulatedProviders providers = Simulation.with("messagesPerConnection = 1");
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.deliver("a@p.test", CONTENT)).startsWith("250");
            assertThat(client.deliver("b@p.test", CONTENT)).startsWith("421");
            assertThat(client.reply()).isEqualTo(SmtpClient.CLOSED);
        }
    }

    @Test
    void aSourceThatIsTooFastIsSlowedDown() throws IOException {
        try (SimulatedProviders providers = Simulation.with(
                        "messagesPerSecond = 0.001", "reply.too-fast = 451 4.7.650 [{ip}] has been rate limited");
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.deliver("a@p.test", CONTENT)).startsWith("250");
            assertThat(client.deliver("b@p.test", CONTENT)).isEqualTo("451 4.7.650 [127.0.0.1] has been rate limited");
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::rateRefused))
                    .isEqualTo(1);
        }
    }

    @Test
    void deferThreeIsAcceptedAtTheFourthTry() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.deliver("defer.3+x@p.test", CONTENT)).startsWith("451");
            }
            assertThat(client.deliver("defer.3+x@p.test", CONTENT)).startsWith("250");
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::deferred))
                    .isEqualTo(3);
        }
    }

    @Test
    void bounceNamesTheRecipientAndTheCodeThatWasAskedFor() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.deliver("bounce@p.test", CONTENT))
                    .isEqualTo("550 5.1.1 <bounce@p.test>: no such user here.");
            assertThat(client.deliver("bounce.553@p.test", CONTENT)).startsWith("553 5.1.1 ");
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::rejected))
                    .isEqualTo(2);
        }
    }

    @Test
    void dropClosesAtTheRecipientAndDropdotAfterTheContent() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient first = SmtpClient.hello(providers.port("p"), "one.test");
                SmtpClient second = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(first.deliver("drop@p.test", CONTENT)).isEqualTo(SmtpClient.CLOSED);
            assertThat(second.deliver("dropdot@p.test", CONTENT)).isEqualTo(SmtpClient.CLOSED);
            assertThat(providers.statistics().messages()).isZero();
        }
    }

    @Test
    void lostTakesTheMessageAndNeverSaysSo() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient first = SmtpClient.hello(providers.port("p"), "one.test");
                SmtpClient second = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(first.deliver("lost@p.test", CONTENT)).isEqualTo(SmtpClient.CLOSED);
            assertThat(second.deliver("lost@p.test", CONTENT)).startsWith("250");
            assertThat(providers.statistics().messages()).isEqualTo(2);
        }
    }

    @Test
    void stallKeepsTheConnectionOpenAndSaysNothing() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.say("MAIL FROM:<sender@example.test>");
            client.readTimeoutMillis(300);
            assertThatThrownBy(() -> client.say("RCPT TO:<stall@p.test>")).isInstanceOf(SocketTimeoutException.class);
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::open))
                    .isEqualTo(1);
        }
    }

    @Test
    void slowAnswersLateAndThenGoesOnWithWhatWasPipelined() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<slow.300@p.test>");
            client.say("DATA");
            long begin = System.nanoTime();
            client.send(CONTENT + "\r\n.\r\nNOOP\r\nQUIT\r\n");
            assertThat(client.reply()).startsWith("250 2.0.0 OK ");
            assertThat(System.nanoTime() - begin).isGreaterThan(250_000_000L);
            assertThat(client.reply()).isEqualTo("250 2.0.0 OK");
            assertThat(client.reply()).startsWith("221");
        }
    }

    @Test
    void pipelinedTransactionsAreAnsweredInOrder() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<bounce@p.test>\r\nRCPT TO:<good@p.test>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).startsWith("550");
            assertThat(client.reply()).startsWith("250 2.1.5");
            assertThat(client.reply()).startsWith("354");
            client.send(CONTENT + "\r\n.\r\nMAIL FROM:<a@b.test>\r\nRSET\r\n");
            assertThat(client.reply()).startsWith("250 2.0.0 OK ");
            assertThat(client.reply()).startsWith("250 2.1.0");
            assertThat(client.reply()).isEqualTo("250 2.0.0 OK");
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::recipients))
                    .isEqualTo(1);
        }
    }

    @Test
    void onlyADotBetweenTwoFullLineEndsEndsTheContent() throws IOException {
        String smuggled = "x\n.\nMAIL FROM:<evil@b.test>\r\n.\nno\n.\r\nnor this\r\n..stuffed";
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.deliver("a@p.test", smuggled)).startsWith("250 2.0.0 OK ");
            assertThat(client.say("NOOP")).isEqualTo("250 2.0.0 OK");

            SourceStatistics seen =
                    providers.statistics().provider("p").source("one.test").orElseThrow();
            assertThat(seen.messages()).isEqualTo(1);
            assertThat(seen.bytes()).isEqualTo(smuggled.length() + 2L - 2L);
        }
    }

    @Test
    void chunksMakeOneMessage() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            client.say("MAIL FROM:<a@b.test>");
            client.say("RCPT TO:<good@p.test>");
            client.send("BDAT 5\r\n12\r\n.BDAT 3 LAST\r\nabcBDAT");
            assertThat(client.reply()).isEqualTo("250 2.0.0 5 octets so far");
            assertThat(client.reply()).startsWith("250 2.0.0 OK ");
            assertThat(client.say(" 0 LAST")).startsWith("503");
            assertThat(providers.statistics().provider("p").sum(SourceStatistics::bytes))
                    .isEqualTo(8);
        }
    }

    @Test
    void aMessageAboveTheSizeLimitIsRefusedByItsAnnouncementAndByItsContent() throws IOException {
        try (SimulatedProviders providers = Simulation.with("maxMessageBytes = 10");
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            assertThat(client.say("MAIL FROM:<a@b.test> BODY=8BITMIME SIZE=11")).startsWith("552");
            assertThat(client.deliver("a@p.test", CONTENT)).startsWith("552");
            assertThat(providers.statistics().messages()).isZero();
        }
    }

    @Test
    void commandsOutOfOrderAreRefused() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = new SmtpClient(providers.port("p"))) {
            assertThat(client.say("MAIL FROM:<a@b.test>")).startsWith("503");
            client.say("HELO one.test");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("RCPT TO:<a@p.test>")).startsWith("503");
            assertThat(client.say("XYZZY")).startsWith("502");
            assertThat(client.say("x".repeat(5_000))).startsWith("500");
        }
    }

    @Test
    void theEverydayMixHitsAFewPercentAndTheSameOnesInEveryRun() throws IOException {
        String first = mixOfThousand();

        assertThat(first.chars().filter(outcome -> outcome == '4').count()).isBetween(30L, 75L);
        assertThat(first.chars().filter(outcome -> outcome == '5').count()).isBetween(10L, 40L);
        assertThat(mixOfThousand()).isEqualTo(first);
    }

    private static String mixOfThousand() throws IOException {
        StringBuilder outcomes = new StringBuilder();
        try (SimulatedProviders providers = Simulation.with("deferralShare = 0.05", "unknownShare = 0.02");
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one.test")) {
            for (int i = 0; i < 1_000; i++) {
                String first = client.deliver("user" + i + "@p.test", CONTENT);
                outcomes.append(first.charAt(0));
                if (first.startsWith("4")) {
                    assertThat(client.deliver("user" + i + "@p.test", CONTENT)).startsWith("250");
                }
            }
        }
        return outcomes.toString();
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen() throws IOException {
        try (SimulatedProviders providers = Simulation.with()) {
            int taken = providers.port("p");
            SimulatorSettings settings =
                    new SimulatorSettings("127.0.0.1", taken, Simulation.rules(), 1, Optional.empty());
            assertThatThrownBy(() -> new SimulatedProviders(settings, java.time.Clock.systemUTC()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(taken));
        }
    }
}

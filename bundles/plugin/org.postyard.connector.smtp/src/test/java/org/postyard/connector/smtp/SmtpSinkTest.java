package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.delivery.AttemptResult;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.delivery.Session;
import org.postyard.api.fleet.HostPort;
import org.postyard.testkit.delivery.Departures;

/** Against Postfix's smtp-sink in its many moods. */
class SmtpSinkTest {
    private static final Path PROGRAM = Path.of("/usr/sbin/smtp-sink");
    private static final OutboundMessage MESSAGE =
            Departures.message(Trial.ascii("Subject: x\r\n\r\n.x\r\n".repeat(5000)), "a@b.example", "b@b.example");

    private final SmtpConnector connector = Trial.connector(Trial.SETTINGS);
    private final FreePort port = FreePort.find();
    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void needsSmtpSink() {
        boolean present = Files.isExecutable(PROGRAM);
        if (!present) System.out.println("skipped: " + PROGRAM + " is not installed (Debian package postfix)");
        assumeTrue(present);
    }

    @AfterEach
    void stop() {
        connector.deactivate();
        started.forEach(Process::destroy);
    }

    private HostPort sink(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-c"));
        if (!options.isEmpty()) command.addAll(List.of(options.split(" ", -1)));
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("-u", "nobody"));
        command.addAll(List.of("127.0.0.1:" + port.number(), "100"));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        port.awaitServer(process);
        return new HostPort("127.0.0.1", port.number());
    }

    @ParameterizedTest
    @CsvSource({
        "'', Relayed",
        "-p, Relayed",
        "-e, Relayed",
        "-8, Relayed",
        "-w 1, Relayed",
        "-r mail, Deferred",
        "-r rcpt, Deferred",
        "-r data, Deferred",
        "-r ., Deferred",
        "-f mail, Bounced",
        "-f rcpt, Bounced",
        "-f data, Bounced",
        "-f ., Bounced",
        "-q mail, Deferred",
        "-q rcpt, Deferred",
        "-q data, Deferred",
        "-q ., Unconfirmed",
        "-p -f rcpt, Bounced",
        "-p -q rcpt, Deferred",
        "-p -q ., Unconfirmed"
    })
    void eachMoodHasItsResult(String options, String expected) throws IOException, InterruptedException {
        Session session = Trial.open(connector, Departures.toRelay(sink(options)));
        List<AttemptResult> results = Trial.deliver(session, MESSAGE);
        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(
                        result.getClass().getSimpleName())
                .isEqualTo(expected));
        boolean disconnects = options.contains("-q");
        assertThat(session.reusable()).isEqualTo(!disconnects);
        if (!disconnects) assertThat(Trial.deliver(session, MESSAGE)).isEqualTo(results);
    }

    @ParameterizedTest
    @CsvSource({"-q connect, Unreachable", "-r connect, Unreachable", "-f connect, Rejected", "-q ehlo, Unreachable"})
    void openingsFailAsTheyShould(String options, String expected) throws IOException, InterruptedException {
        ConnectResult result = Trial.connect(connector, Departures.toRelay(sink(options)));
        assertThat(result.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void aRefusalInTheMiddleOfTheContentIsTaken() throws IOException, InterruptedException {
        Session session = Trial.open(connector, Departures.toRelay(sink("-A 0")));
        byte[] large = new byte[3_000_000];
        List<AttemptResult> results = Trial.deliver(session, Departures.message(large, "a@b.example"));
        assertThat(results).singleElement().isInstanceOfAny(AttemptResult.Bounced.class, AttemptResult.Deferred.class);
        assertThat(session.reusable()).isFalse();
    }
}

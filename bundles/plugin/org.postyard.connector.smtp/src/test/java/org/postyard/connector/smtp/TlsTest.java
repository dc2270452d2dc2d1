package org.postyard.connector.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.AttemptResult.Relayed;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.fleet.Credential;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.HostPort;
import org.postyard.api.fleet.TlsMode;
import org.postyard.testkit.delivery.Departures;
import org.postyard.testkit.delivery.Reaction;
import org.postyard.testkit.delivery.RecordingSmtpSink;
import org.postyard.testkit.delivery.SmtpStage;
import org.postyard.testkit.delivery.TestCertificate;

/** STARTTLS, implicit TLS and AUTH. */
class TlsTest {
    private static final Optional<Credential> CREDENTIAL = Optional.of(new Credential("user", "env:SECRET"));
    private static final OutboundMessage MESSAGE = Departures.message(new byte[200_000], "a@b.example");

    private static final TestCertificate CERTIFICATE = TestCertificate.forHost("mx.loopback", temporaryFolder());

    private final RecordingSmtpSink sink = RecordingSmtpSink.start();
    private final SmtpConnector connector = Trial.connector(Trial.SETTINGS);
    private final SmtpConnector trusting = Trial.connector(Trial.trusting(CERTIFICATE.pem()));

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("postyard-certificate");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() {
        connector.deactivate();
        trusting.deactivate();
        sink.close();
    }

    private EgressPath path(String host, TlsMode tls, Optional<Credential> credential, Map<String, String> settings) {
        HostPort relay = new HostPort(host, sink.address().port());
        EgressSource source = new EgressSource("s", "s", "smtp", Optional.of(relay), "", "", tls, credential, settings);
        return new EgressPath(source, DestinationSite.RELAYED);
    }

    private EgressPath path(String host, TlsMode tls) {
        return path(host, tls, Optional.empty(), Map.of());
    }

    private void assertDelivers(SmtpConnector under, EgressPath path) {
        assertThat(Trial.deliver(Trial.open(under, path), MESSAGE))
                .singleElement()
                .isInstanceOf(Relayed.class);
        assertThat(sink.transactions().get(sink.transactions().size() - 1).content())
                .startsWith(MESSAGE.content().bytes());
    }

    private void assertNothingSent(SmtpConnector under, EgressPath path) {
        assertThat(Trial.connect(under, path))
                .isInstanceOfAny(ConnectResult.Unreachable.class, ConnectResult.Rejected.class);
        assertThat(sink.commands()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
    }

    @Test
    void opportunisticTlsTakesAnyCertificate() {
        sink.withTls(CERTIFICATE.context(), false);
        assertDelivers(connector, path("other.loopback", TlsMode.OPPORTUNISTIC));
        assertThat(sink.commands()).containsSubsequence("EHLO client.example", "STARTTLS", "EHLO client.example");
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void opportunisticTlsThatFailsIsFollowedByAnotherConnectionWithoutIt() {
        sink.offering("STARTTLS").on(SmtpStage.STARTTLS, Reaction.lastWords("220 go"));
        assertDelivers(connector, path("mx.loopback", TlsMode.OPPORTUNISTIC));
        assertThat(sink.connections()).isEqualTo(2);
    }

    @Test
    void opportunisticTlsThatIsRefusedIsDoneWithout() {
        sink.offering("STARTTLS").on(SmtpStage.STARTTLS, Reaction.reply("454 4.7.0 not now"));
        assertDelivers(connector, path("mx.loopback", TlsMode.OPPORTUNISTIC));
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void requiredTlsWantsACertificateThatIsTrustedAndNamesThePeer() {
        sink.withTls(CERTIFICATE.context(), false);
        assertDelivers(trusting, path("mx.loopback", TlsMode.REQUIRED));
    }

    @Test
    void requiredTlsRefusesOtherNames() {
        sink.withTls(CERTIFICATE.context(), false);
        assertNothingSent(trusting, path("other.loopback", TlsMode.REQUIRED));
    }

    @Test
    void requiredTlsRefusesUnknownAuthorities() {
        sink.withTls(CERTIFICATE.context(), false);
        assertNothingSent(connector, path("mx.loopback", TlsMode.REQUIRED));
    }

    @Test
    void requiredTlsSendsNothingToPeersWithoutIt() {
        assertNothingSent(connector, path("mx.loopback", TlsMode.REQUIRED));
        sink.offering("STARTTLS").on(SmtpStage.STARTTLS, Reaction.reply("454 4.7.0 not now"));
        assertNothingSent(connector, path("mx.loopback", TlsMode.REQUIRED));
    }

    @Test
    void repliesInjectedBeforeTheHandshakeAreNotBelieved() {
        sink.withTls(CERTIFICATE.context(), false)
                .on(SmtpStage.STARTTLS, Reaction.reply("220 go\r\n250 injected\r\n250 injected"));
        assertNothingSent(trusting, path("mx.loopback", TlsMode.REQUIRED));
    }

    @Test
    void implicitTlsBeginsWithTheConnection() {
        sink.withTls(CERTIFICATE.context(), true);
        assertDelivers(
                trusting, path("mx.loopback", TlsMode.REQUIRED, Optional.empty(), Map.of("implicitTls", "true")));
        assertThat(sink.commands()).doesNotContain("STARTTLS");
    }

    @Test
    void credentialsGoByPlainUnderTls() {
        sink.offering("AUTH LOGIN PLAIN").withTls(CERTIFICATE.context(), false);
        assertDelivers(connector, path("mx.loopback", TlsMode.OPPORTUNISTIC, CREDENTIAL, Map.of()));
        assertThat(sink.commands()).contains("AUTH PLAIN " + base64("\0user\0secret"));
    }

    @Test
    void credentialsGoByLoginIfThereIsNoPlain() {
        sink.offering("AUTH=LOGIN").withTls(CERTIFICATE.context(), false);
        sink.scripted(moment -> {
            if (moment.stage() == SmtpStage.AUTH) return Optional.of(Reaction.reply("334 VXNlcm5hbWU6"));
            if (moment.line().equals(base64("user"))) return Optional.of(Reaction.reply("334 UGFzc3dvcmQ6"));
            if (moment.line().equals(base64("secret"))) return Optional.of(Reaction.reply("235 2.7.0 ok"));
            return Optional.empty();
        });
        assertDelivers(connector, path("mx.loopback", TlsMode.OPPORTUNISTIC, CREDENTIAL, Map.of()));
    }

    @Test
    void credentialsNeverGoInTheClearUnlessTheSourceSaysSo() {
        sink.offering("AUTH PLAIN");
        assertNothingSent(connector, path("mx.loopback", TlsMode.OPPORTUNISTIC, CREDENTIAL, Map.of()));
        assertDelivers(
                connector, path("mx.loopback", TlsMode.OPPORTUNISTIC, CREDENTIAL, Map.of("authWithoutTls", "true")));
    }

    @Test
    void refusedCredentialsAreForPeopleToMend() {
        sink.offering("AUTH PLAIN").on(SmtpStage.AUTH, Reaction.reply("535 5.7.8 who?"));
        assertThat(Trial.connect(
                        connector, path("mx.loopback", TlsMode.OFF, CREDENTIAL, Map.of("authWithoutTls", "true"))))
                .isInstanceOf(ConnectResult.Rejected.class);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

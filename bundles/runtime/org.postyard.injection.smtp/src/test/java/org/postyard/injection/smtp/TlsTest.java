package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STARTTLS (RFC 3207), implicit TLS (RFC 8314) and AUTH (RFC 4954), from a client that is not trusted. */
class TlsTest {
    private RunningInjection running;
    private int tlsPort;

    @BeforeAll
    static void prepare(@TempDir Path folder) throws Exception {
        TestRealm.install();
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "postyard",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        folder.resolve("keystore.p12").toString())
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        System.setProperty("postyard.test.etc", folder.toString());
    }

    @BeforeEach
    void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            tlsPort = free.getLocalPort();
        }
        running = RunningInjection.with(
                "trustedNetworks",
                new String[] {"192.0.2.0/24"},
                "tlsPort",
                tlsPort,
                "keystore",
                "${postyard.test.etc}/keystore.p12",
                "keystorePassword",
                "secret");
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private Talk encryptedTalk() throws Exception {
        Talk talk = running.talkAfterEhlo();
        talk.command("STARTTLS", "220 2.0.0");
        talk.startTls();
        return talk;
    }

    @Test
    void takesMailOverTlsFromAnAccountThatMaySubmit() throws Exception {
        try (Talk talk = encryptedTalk()) {
            assertThat(talk.command("EHLO client.example", "250"))
                    .contains("AUTH PLAIN LOGIN")
                    .doesNotContain("STARTTLS");
            talk.command("MAIL FROM:<a@b.example>", "530 5.7.0");
            talk.command("AUTH PLAIN " + base64("\0operator\0rotarepo"), "235 2.7.0");
            talk.command("AUTH PLAIN", "503 5.5.1");
            assertThat(talk.message("a: b\r\n\r\n" + "x".repeat(100_000))).startsWith("250 2.0.0");
            talk.command("QUIT", "221");
            talk.expectClosed();
        }
        assertThat(Sent.traceHeader(running.onlySubmission())).contains(" with ESMTPSA id ");
    }

    @Test
    void speaksTlsAtOnceOnItsOwnPort() throws Exception {
        try (Talk talk = Talk.encrypted(tlsPort)) {
            talk.expect("220");
            talk.command("EHLO a", "250");
            talk.command("STARTTLS", "503 5.5.1");
            talk.command("AUTH LOGIN", "334 VXNlcm5hbWU6");
            talk.command(base64("operator"), "334 UGFzc3dvcmQ6");
            talk.command(base64("rotarepo"), "235 2.7.0");
            assertThat(talk.message("a: b\r\n\r\n")).startsWith("250");
        }
    }

    @Test
    void asksForTheInitialResponseAndTakesAnEmptyOne() throws Exception {
        try (Talk talk = Talk.encrypted(tlsPort)) {
            talk.expect("220");
            talk.command("EHLO a", "250");
            talk.command("AUTH PLAIN", "334 ");
            talk.command("*", "501 5.7.0");
            talk.command("AUTH LOGIN " + base64("operator"), "334 UGFzc3dvcmQ6");
            talk.command("not base 64", "501 5.5.2");
            talk.command("AUTH PLAIN =", "501 5.5.2");
            talk.command("AUTH CRAM-MD5", "504 5.5.4");
            talk.command("AUTH PLAIN " + base64("operator\0operator\0rotarepo"), "235 2.7.0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0operator\0wrong",
                "\0nobody\0x",
                "\0viewer\0reweiv",
                "\0admin\0nimda",
                "viewer\0operator\0rotarepo"
            })
    void refusesWrongPasswordsAccountsWithoutTheRightAndActingForOthers(String credentials) throws Exception {
        try (Talk talk = Talk.encrypted(tlsPort)) {
            talk.expect("220");
            talk.command("EHLO a", "250");
            talk.command("AUTH PLAIN " + base64(credentials), "535 5.7.8");
            talk.command("MAIL FROM:<a@b.example>", "530 5.7.0");
        }
    }

    @Test
    void stopsGuessing() throws Exception {
        try (Talk talk = Talk.encrypted(tlsPort)) {
            talk.expect("220");
            talk.command("EHLO a", "250");
            for (int i = 0; i < 5; i++) talk.command("AUTH PLAIN " + base64("\0operator\0guess" + i), "535 5.7.8");
            talk.expect("421 4.7.0");
        }
        try (Talk talk = Talk.encrypted(tlsPort)) {
            talk.expect("220");
            talk.command("EHLO a", "250");
            talk.command("AUTH PLAIN " + base64("\0operator\0rotarepo"), "454 4.7.0");
        }
        assertThat(running.measurement("postyard_smtp_logins_total{result=\"failed\"}"))
                .isEqualTo(5);
    }

    @Test
    void takesNeitherMailNorPasswordsInClear() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command("MAIL FROM:<a@b.example>", "530 5.7.0");
            talk.command("AUTH PLAIN " + base64("\0operator\0rotarepo"), "538 5.7.11");
        }
        assertThat(running.measurement("postyard_smtp_logins_total{result=\"passed\"}"))
                .isZero();
    }

    @Test
    void refusesOctetsThatWereSentInClearAfterStartTls() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.send("STARTTLS\r\nEHLO injected.example\r\n");
            talk.expect("421 4.7.0");
            talk.expectClosed();
        }
    }

    @Test
    void forgetsWhatWasSaidInClear() throws Exception {
        try (Talk talk = encryptedTalk()) {
            talk.command("MAIL FROM:<a@b.example>", "503 5.5.1");
            talk.command("AUTH PLAIN " + base64("\0operator\0rotarepo"), "503 5.5.1");
        }
    }

    @Test
    void closesWhenTheClientSpeaksNoTlsAfterStartTls() throws Exception {
        try (Talk talk = running.talkAfterEhlo()) {
            talk.command("STARTTLS", "220");
            talk.send("EHLO in.clear.example\r\n");
            assertThatThrownBy(() -> talk.expect("250")).isInstanceOfAny(IOException.class, AssertionError.class);
        }
        Eventually.holds(() -> running.measurement("postyard_smtp_connections_open") == 0);
    }

    @Test
    void refusesStrangersOutrightWithoutTls() throws Exception {
        try (RunningInjection withoutTls = RunningInjection.with("trustedNetworks", new String[0]);
                Talk talk = withoutTls.talkAfterEhlo()) {
            talk.command("MAIL FROM:<a@b.example>", "550 5.7.1");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

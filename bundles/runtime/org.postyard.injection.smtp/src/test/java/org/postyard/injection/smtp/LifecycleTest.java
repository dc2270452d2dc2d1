package org.postyard.injection.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.testkit.injection.FakeInjectionDesk;

/** Starting, stopping and the configuration. */
class LifecycleTest {
    @Test
    void givesMessagesUnderWayTheirReplyBeforeItStops() throws Exception {
        RunningInjection running = RunningInjection.with();
        int port = running.port();
        running.desk.hold();
        try (Talk idle = running.talkAfterEhlo();
                Talk receiving = running.talkAfterEhlo();
                Talk committing = running.talkAfterEhlo()) {
            receiving.beginMessage();
            receiving.command("DATA", "354");
            receiving.send("a: b\r\n\r\n");
            committing.beginMessage();
            committing.command("DATA", "354");
            committing.send("a: b\r\n\r\n.\r\nNOOP\r\n");
            Eventually.holds(() -> running.desk.heldCount() == 1);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);
            idle.expect("421 4.3.2");
            idle.expectClosed();
            assertThatThrownBy(() -> Talk.with(port)).isInstanceOf(IOException.class);
            assertThat(stopped).isNotDone();
            running.desk.releaseHeld();
            committing.expect("250 2.0.0 Ok: queued");
            committing.expect("421 4.3.2");
            receiving.send(".\r\n");
            receiving.expect("250 2.0.0 Ok: queued");
            receiving.expect("421 4.3.2");
            receiving.close();
            committing.close();
            idle.close();
            stopped.join();
        }
        assertThat(running.desk.submissions()).hasSize(2);
    }

    @Test
    void closesConnectionsWhoseMessagesDoNotEndInTime() throws Exception {
        RunningInjection running = RunningInjection.with("drainSeconds", 1);
        try (Talk talk = running.talkAfterEhlo()) {
            talk.beginMessage();
            talk.command("DATA", "354");
            running.close();
            talk.expectClosed();
        }
    }

    @Test
    void listensAsSoonAsAPortInUseIsFree() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (RunningInjection running = RunningInjection.with("port", other.getLocalPort())) {
            assertThat(running.measurement("postyard_smtp_listening_sockets")).isZero();
            other.close();
            Eventually.holds(() -> running.measurement("postyard_smtp_listening_sockets") == 1);
            running.talkAfterEhlo().close();
        }
    }

    @Test
    void saysWhichTrustedNetworkIsMalformed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunningInjection.with("trustedNetworks", new String[] {"127.0.0.1", "10.0.0.0/99"}))
                .withMessageContaining("10.0.0.0/99");
    }

    @ParameterizedTest
    @CsvSource({"port, 65536", "tlsPort, -1", "maxMessageBytes, 0", "maxRecipients, 0", "maxCommandLineBytes, 100"})
    void saysWhichSettingCannotBe(String setting, int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunningInjection.with(setting, value))
                .withMessageContaining("setting " + setting);
    }

    @Test
    void doesNotWaitLongForClientsThatKeepTheirSideOpen() throws Exception {
        RunningInjection running = RunningInjection.with("drainSeconds", 60);
        try (Talk talk = running.talkAfterEhlo()) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);
            talk.expect("421 4.3.2");
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void hasTheseDefaults() {
        Config defaults = TestConfig.with("port", 2525, "keystore", "${karaf.etc}/keystore.p12", "drainSeconds", 10);
        assertThat(defaults.host()).isEqualTo("127.0.0.1");
        assertThat(defaults.tlsPort()).isZero();
        assertThat(defaults.hostName()).isEqualTo("localhost");
        assertThat(defaults.trustedNetworks()).containsExactly("127.0.0.0/8", "::1/128");
        assertThat(defaults.keystorePassword()).isEmpty();
        assertThat(defaults.realm()).isEqualTo("karaf");
        assertThat(defaults.threads()).isZero();
        assertThat(defaults.maxMessageBytes()).isEqualTo(52_428_800);
        assertThat(defaults.bodyMemoryMegabytes()).isZero();
        assertThat(defaults.memoryPatienceSeconds()).isEqualTo(30);
        assertThat(defaults.maxRecipients()).isEqualTo(1000);
        assertThat(defaults.maxCommandLineBytes()).isEqualTo(4096);
        assertThat(defaults.maxBadCommands()).isEqualTo(20);
        assertThat(defaults.maxIdleCommands()).isEqualTo(500);
        assertThat(defaults.maxConnections()).isEqualTo(10_000);
        assertThat(defaults.maxConnectionsPerClient()).isEqualTo(100);
        assertThat(defaults.maxConnectionsPerTrustedClient()).isEqualTo(6000);
        assertThat(defaults.idleTimeoutSeconds()).isEqualTo(300);
        assertThat(defaults.dataGraceSeconds()).isEqualTo(300);
        assertThat(defaults.minDataBytesPerSecond()).isEqualTo(1000);
        assertThat(defaults.maxReceivedHeaders()).isEqualTo(30);
        assertThat(defaults.maxLoginFailures()).isEqualTo(5);
        assertThat(defaults.loginPenaltySeconds()).isEqualTo(300);
        assertThat(new FakeInjectionDesk().refusalNow()).isEmpty();
    }
}

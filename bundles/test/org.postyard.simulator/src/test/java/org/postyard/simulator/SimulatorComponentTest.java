package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorComponentTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void theDefaultsOfTheConfigurationStayWhatTheyAre() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (Method setting : SimulatorComponent.Config.class.getDeclaredMethods()) {
            defaults.put(
                    setting.getName(),
                    Optional.ofNullable(setting.getDefaultValue()).orElse("(none)"));
        }
        assertThat(defaults)
                .containsOnly(
                        Map.entry("host", "127.0.0.1"),
                        Map.entry("portBase", 2550),
                        Map.entry("rules", ""),
                        Map.entry("mix", true),
                        Map.entry("seed", 1L),
                        Map.entry("record", ""));
    }

    @Test
    void aTakenPortIsTriedAgainUntilItIsFree() throws IOException, InterruptedException {
        SimulatorComponent component;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            component = new SimulatorComponent(config(taken.getLocalPort()));
            assertThat(component.measurements()).isEmpty();
            taken.close();
            assertThat(greetsWithin(taken.getLocalPort(), Duration.ofSeconds(20)))
                    .isTrue();
        }
        component.deactivate();
    }

    private static boolean greetsWithin(int port, Duration time) throws InterruptedException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < time.toNanos()) {
            try (SmtpClient client = new SmtpClient(port)) {
                if (client.say("NOOP").startsWith("250")) return true;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        return false;
    }

    /** A configuration with one MX on that port and defaults for everything else. */
    private SimulatorComponent.Config config(int port) throws IOException {
        Path rules = folder.resolve("rules.properties");
        Files.writeString(rules, "providers = p\np.mx = mx.p.localhost:0\n");
        Map<String, Object> given = Map.of("portBase", port, "rules", rules.toString());
        return (SimulatorComponent.Config) Proxy.newProxyInstance(
                SimulatorComponent.Config.class.getClassLoader(),
                new Class<?>[] {SimulatorComponent.Config.class},
                (proxy, setting, arguments) -> given.getOrDefault(setting.getName(), setting.getDefaultValue()));
    }

    @Test
    void whatASourceDidIsMeasured() throws IOException {
        try (SimulatedProviders providers = Simulation.with();
                SmtpClient client = SmtpClient.hello(providers.port("p"), "one\"test")) {
            client.deliver("a@p.test", "x");
            client.deliver("never@p.test", "x");

            assertThat(Measurements.of(providers.statistics()))
                    .containsEntry(
                            "postyard_simulator_messages_total{provider=\"p\",ip=\"127.0.0.1\",ehlo=\"one\\\"test\"}",
                            1.0)
                    .containsEntry(
                            "postyard_simulator_recipients_deferred_total{provider=\"p\",ip=\"127.0.0.1\",ehlo=\"one\\\"test\"}",
                            1.0);
        }
    }

    @Test
    void aFloodOfSourceNamesIsCountedTogether() {
        MailboxProvider provider = new MailboxProvider(Simulation.rules().get(0), 1, Clock.systemUTC());
        for (int i = 0; i < 1_500; i++) provider.welcome(new SourceKey("127.0.0.1", "name" + i));

        assertThat(provider.statistics().sources()).hasSize(1_001);
        assertThat(provider.statistics()
                        .source("(everybody else)")
                        .orElseThrow()
                        .connections())
                .isEqualTo(500);
    }
}

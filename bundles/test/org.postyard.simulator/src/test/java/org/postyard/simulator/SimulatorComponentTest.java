package org.postyard.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatorComponentTest {
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

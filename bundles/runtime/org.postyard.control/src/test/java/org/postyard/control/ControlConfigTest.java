package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postyard.control.settings.ControlConfig;

class ControlConfigTest {
    @Test
    void noDefaultChangesUnnoticed() {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method setting : ControlConfig.class.getDeclaredMethods())
            defaults.put(setting.getName(), Objects.requireNonNull(setting.getDefaultValue()));

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.<String, Object>of(
                        "realm", "karaf",
                        "passwordCacheSeconds", 60,
                        "failedLoginsAllowed", 10,
                        "lockoutSeconds", 60,
                        "maxBodyBytes", 4_194_304L,
                        "maxPluginBytes", 134_217_728L,
                        "maxStreamClients", 100,
                        "streamHeartbeatSeconds", 10,
                        "streamStallSeconds", 30,
                        "streamQueueFrames", 1_000));
    }
}

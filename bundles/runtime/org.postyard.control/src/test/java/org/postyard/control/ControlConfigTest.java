package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postyard.control.settings.ControlConfig;

class ControlConfigTest {
    @Test
    void noDefaultChangesUnnoticed() {
        assertThat(Arrays.stream(ControlConfig.class.getDeclaredMethods())
                        .collect(Collectors.toMap(Method::getName, Method::getDefaultValue, (a, b) -> a, TreeMap::new)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
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

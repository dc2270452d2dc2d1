package org.postyard.injection.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HttpInjectionConfigTest {
    @Test
    void noDefaultChangesUnnoticed() {
        Map<String, Object> defaults = new TreeMap<>();
        for (Method setting : HttpInjectionConfig.class.getDeclaredMethods())
            defaults.put(setting.getName(), Objects.requireNonNull(setting.getDefaultValue()));

        assertThat(defaults)
                .containsExactlyInAnyOrderEntriesOf(Map.<String, Object>of(
                        "hostName", "localhost",
                        "messagesPerSecond", 0,
                        "burstMessages", 100,
                        "maxRecipients", 1_000,
                        "maxBatchMessages", 1_000,
                        "maxBatchBytes", 67_108_864,
                        "maxBodyMemoryBytes", 0L,
                        "requestTimeoutSeconds", 120));
    }
}

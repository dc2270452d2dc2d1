package org.postyard.injection.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HttpInjectionConfigTest {
    @Test
    void noDefaultChangesUnnoticed() {
        assertThat(Arrays.stream(HttpInjectionConfig.class.getDeclaredMethods())
                        .collect(Collectors.toMap(Method::getName, Method::getDefaultValue, (a, b) -> a, TreeMap::new)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "hostName", "localhost",
                        "messagesPerSecond", 0,
                        "burstMessages", 100,
                        "maxRecipients", 1_000,
                        "maxBatchMessages", 1_000,
                        "maxBatchBytes", 67_108_864,
                        "maxBodyMemoryBytes", 268_435_456L,
                        "requestTimeoutSeconds", 120));
    }
}

package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postyard.api.suppression.Suppression;

class SuppressionIndexTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Suppression entry(String address, String source) {
        return new Suppression(address, Suppression.Reason.MANUAL, Optional.empty(), source, NOW, Optional.empty());
    }

    /** Random changes against a map: what a hole in a run of slots would lose shows here. */
    @Test
    void afterManyRandomChangesItKnowsExactlyWhatAMapKnows() {
        Random random = new Random(7);
        SuppressionIndex index = new SuppressionIndex(7);
        Map<String, Suppression> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String address = "user" + random.nextInt(20_000) + "@example.com";
            if (random.nextInt(3) == 0) {
                index.remove(address, "");
                expected.remove(address);
            } else {
                Suppression entry = entry(address, "source " + i % 10);
                index.put(entry);
                expected.put(address, entry);
            }
        }

        for (int i = 0; i < 20_000; i++) {
            String address = "user" + i + "@example.com";
            assertThat(index.match(address, "acme", NOW)).isEqualTo(Optional.ofNullable(expected.get(address)));
        }
    }

    @Test
    void moreSourcesThanItRemembersCostOnlyTheirNames() {
        SuppressionIndex index = new SuppressionIndex(7);
        for (int i = 0; i < 70_000; i++) index.put(entry("user" + i + "@example.com", "source " + i));

        assertThat(index.match("user5@example.com", "", NOW))
                .map(Suppression::source)
                .contains("source 5");
        assertThat(index.match("user69999@example.com", "", NOW))
                .map(Suppression::source)
                .contains("see the list");
    }

    @Test
    void anExpiryBeyondTheYear2106IsNone() {
        SuppressionIndex index = new SuppressionIndex(7);
        index.put(new Suppression(
                "a@example.com",
                Suppression.Reason.MANUAL,
                Optional.empty(),
                "test",
                NOW,
                Optional.of(Instant.parse("2200-01-01T00:00:00Z"))));

        assertThat(index.match("a@example.com", "", Instant.parse("2150-01-01T00:00:00Z")))
                .isPresent();
    }
}

package org.postyard.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.SourceStatus;

class NeededPluginsTest {
    private static final List<SourceStatus> SOURCES =
            List.of(source("a1", "smtp"), source("a2", "smtp"), source("x", "esp"));

    private static SourceStatus source(String id, String connector) {
        return new SourceStatus(
                id, "a", connector, "", "", "", true, "", 0, 0, 0, Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static PoolStatus pool(String id, boolean balancerPresent) {
        return new PoolStatus(id, "round-robin", balancerPresent, "", List.of());
    }

    private static Health.Part part(Set<String> open, PoolStatus... pools) {
        return NeededPlugins.part(SOURCES, List.of(pools), open::contains);
    }

    @Test
    void allIsWellWhenWhatTheFleetNamesIsThere() {
        assertThat(part(Set.of("smtp", "esp", "unused"), pool("main", true)).well())
                .isTrue();
    }

    @Test
    void aConnectorThatIsNotThereIsNamedWithTheSourcesThatCannotSend() {
        Health.Part part = part(Set.of("smtp"), pool("main", true));

        assertThat(part.well()).isFalse();
        assertThat(part.reason()).startsWith("connector 'esp' is not in service: source 'x' cannot send; install");
        assertThat(part(Set.of()).reason())
                .contains("connector 'esp'")
                .contains("connector 'smtp' is not in service: 2 sources cannot send");
    }

    @Test
    void aBalancerThatIsNotThereIsNamedWithThePoolWhoseMailWaits() {
        Health.Part part = part(Set.of("smtp", "esp"), pool("main", true), pool("spare", false));

        assertThat(part.well()).isFalse();
        assertThat(part.reason()).contains("balancer 'round-robin' is not in service: mail for pool 'spare' waits");
    }
}

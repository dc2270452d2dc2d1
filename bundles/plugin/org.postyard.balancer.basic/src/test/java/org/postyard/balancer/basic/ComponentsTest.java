package org.postyard.balancer.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.routing.Balancer;

/** What the bundle registers, as bnd wrote it. */
class ComponentsTest {
    @ParameterizedTest
    @CsvSource({
        "round-robin, RoundRobinBalancer",
        "weighted, WeightedBalancer",
        "least-connections, LeastConnectionsBalancer",
        "source-ip-hash, SourceIpHashBalancer"
    })
    void eachBalancerIsAComponentOfItsOwnWithItsId(String id, String type) throws IOException {
        String file = "/OSGI-INF/" + getClass().getPackageName() + "." + type + ".xml";
        try (InputStream stream = getClass().getResourceAsStream(file)) {
            assertThat(stream).as(file).isNotNull();
            String component = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(component)
                    .contains("<property name=\"balancer.id\" type=\"String\" value=\"" + id + "\"/>")
                    .contains("<provide interface=\"" + Balancer.class.getName() + "\"/>");
        }
    }
}

package org.postyard.balancer.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postyard.api.routing.Balancer;
import org.postyard.testkit.routing.BalancerContract;
import org.postyard.testkit.routing.SimulatedPool;

class RoundRobinBalancerTest implements BalancerContract {
    @Override
    public Balancer balancer() {
        return new RoundRobinBalancer();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7})
    void eachOfNServersGetsFloorOrCeilOfTenThousandMessages(int servers) {
        SimulatedPool pool = SimulatedPool.ofWeights(
                IntStream.range(0, servers).map(i -> 1 + i).toArray());
        Map<String, Integer> shares = pool.spread(balancer(), 10_000);
        int floor = 10_000 / servers;
        assertThat(shares).hasSize(servers);
        assertThat(shares.values()).allMatch(share -> share == floor || share == floor + 1);
    }

    @Test
    void goesRoundInTheOrderOfThePool() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> pool.pick(balancer, "192.0.2.1").orElseThrow()))
                .containsExactly("s1", "s2", "s3", "s1", "s2", "s3");
    }

    @Test
    void theOthersShareEquallyWhileOneIsClosed() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1, 1);
        pool.open("s3", false);
        assertThat(pool.spread(balancer(), 9_999)).isEqualTo(Map.of("s1", 3_333, "s2", 3_333, "s4", 3_333));
    }

    @Test
    void aServerThatIsFullNowAndThenStillGetsItsExactShare() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            pool.full("s2", i < 9_900 && i % 7 < 4);
            shares.merge(pool.pick(balancer, "192.0.2.1").orElseThrow(), 1, Integer::sum);
        }
        assertThat(shares.values()).allMatch(share -> share == 3_333 || share == 3_334);
    }

    @Test
    void noServerIsLeftOutIfTheCountStartsAgainAtEachPick() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            shares.merge(pool.pick(balancer, "192.0.2.1").orElseThrow(), 1, Integer::sum);
            pool.weight("s1", 1);
        }
        assertThat(shares).isEqualTo(Map.of("s1", 100, "s2", 100, "s3", 100));
    }
}

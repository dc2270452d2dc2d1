package org.postyard.balancer.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.postyard.api.routing.Balancer;
import org.postyard.testkit.routing.BalancerContract;
import org.postyard.testkit.routing.SimulatedPool;

class WeightedBalancerTest implements BalancerContract {
    private static final Offset<Integer> ONE_PERCENT = Offset.offset(100);

    @Override
    public Balancer balancer() {
        return new WeightedBalancer();
    }

    @Test
    void weightsFiveThreeTwoGiveFiftyThirtyTwentyPercent() {
        assertShares(SimulatedPool.ofWeights(5, 3, 2).spread(balancer(), 10_000), 5_000, 3_000, 2_000);
    }

    @Test
    void anyTenMessagesInARowHaveTheRightSharesWithinOne() {
        SimulatedPool pool = SimulatedPool.ofWeights(5, 3, 2);
        Balancer balancer = balancer();
        for (int window = 0; window < 100; window++) {
            Map<String, Integer> shares = pool.spread(balancer, 10);
            assertThat(shares.get("s1")).isBetween(4, 6);
            assertThat(shares.get("s2")).isBetween(2, 4);
            assertThat(shares.get("s3")).isBetween(1, 3);
        }
    }

    @Test
    void noSourceRunsAheadOfItsShareAtAnyMoment() {
        SimulatedPool pool = SimulatedPool.ofWeights(5, 3, 2);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>(Map.of("s1", 0, "s2", 0, "s3", 0));
        for (int sent = 1; sent <= 1_000; sent++) {
            shares.merge(pool.pick(balancer, "192.0.2.1").orElseThrow(), 1, Integer::sum);
            assertThat(shares.getOrDefault("s1", 0) - sent * 0.5).isBetween(-1.5, 1.5);
            assertThat(shares.getOrDefault("s2", 0) - sent * 0.3).isBetween(-1.5, 1.5);
            assertThat(shares.getOrDefault("s3", 0) - sent * 0.2).isBetween(-1.5, 1.5);
        }
    }

    @Test
    void aChangedWeightCountsFromTheNextPick() {
        SimulatedPool pool = SimulatedPool.ofWeights(5, 3, 2);
        Balancer balancer = balancer();
        pool.spread(balancer, 10_000);
        pool.weight("s3", 12);
        assertThat(pool.pick(balancer, "192.0.2.1")).contains("s3");
        assertShares(pool.spread(balancer, 10_000), 2_500, 1_500, 6_000);
    }

    @Test
    void aServerThatReturnsGetsItsShareAndNoFlood() {
        SimulatedPool pool = SimulatedPool.ofWeights(5, 3, 2);
        Balancer balancer = balancer();
        pool.open("s1", false);
        assertShares(pool.spread(balancer, 10_000), 0, 6_000, 4_000);
        pool.open("s1", true);
        Map<String, Integer> first = pool.spread(balancer, 10);
        assertThat(first.get("s1")).isBetween(4, 6);
    }

    @Test
    void equalsTakeTurnsEvenIfTheCountStartsAgainAtEachPick() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            shares.merge(pool.pick(balancer, "192.0.2.1").orElseThrow(), 1, Integer::sum);
            pool.weight("s1", 1);
        }
        assertThat(shares).isEqualTo(Map.of("s1", 100, "s2", 100, "s3", 100));
    }

    private static void assertShares(Map<String, Integer> shares, int first, int second, int third) {
        assertThat(shares.getOrDefault("s1", 0)).isCloseTo(first, ONE_PERCENT);
        assertThat(shares.getOrDefault("s2", 0)).isCloseTo(second, ONE_PERCENT);
        assertThat(shares.getOrDefault("s3", 0)).isCloseTo(third, ONE_PERCENT);
    }
}

package org.postyard.balancer.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.SourceView;
import org.postyard.testkit.routing.BalancerContract;
import org.postyard.testkit.routing.SimulatedPool;

class LeastConnectionsBalancerTest implements BalancerContract {
    @Override
    public Balancer balancer() {
        return new LeastConnectionsBalancer();
    }

    @Test
    void everyPickHasTheFewestInFlight() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 7, 1, 3);
        Balancer balancer = balancer();
        Random random = new Random(4);
        for (int i = 0; i < 10_000; i++) {
            for (int s = 1; s <= 4; s++) pool.inFlight("s" + s, random.nextInt(6));
            int fewest = pool.view().open().stream()
                    .mapToInt(SourceView::inFlight)
                    .min()
                    .orElseThrow();
            Map<String, Integer> before = inFlight(pool);
            assertThat(before.get(pool.pick(balancer, "192.0.2.1").orElseThrow()))
                    .isEqualTo(fewest);
        }
    }

    @Test
    void aServerTenTimesSlowerGetsAShareInProportion() {
        Map<String, Integer> ended = run(Map.of("s1", 10, "s2", 10, "s3", 100), 60, 21_000);
        assertThat(ended.get("s1")).isCloseTo(10_000, Percentage.withPercentage(5));
        assertThat(ended.get("s2")).isCloseTo(10_000, Percentage.withPercentage(5));
        assertThat(ended.get("s3")).isCloseTo(1_000, Percentage.withPercentage(10));
    }

    @Test
    void aStalledServerGetsNoMoreThanItsShareOfWhatIsInFlight() {
        Map<String, Integer> ended = run(Map.of("s1", 10, "s2", 10, "s3", 1_000_000_000), 60, 10_000);
        assertThat(ended.getOrDefault("s3", 0)).isZero();
        assertThat(ended.getOrDefault("s1", 0) + ended.getOrDefault("s2", 0)).isEqualTo(10_000);
    }

    @Test
    void equalsTakeTurns() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            String source = pool.pick(balancer, "192.0.2.1").orElseThrow();
            pool.ended(source);
            shares.merge(source, 1, Integer::sum);
        }
        assertThat(shares).isEqualTo(Map.of("s1", 100, "s2", 100, "s3", 100));
    }

    /** Keeps so many messages in flight, each for the time that its server takes, until so many have ended. */
    private Map<String, Integer> run(Map<String, Integer> serviceTime, int concurrency, int messages) {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        PriorityQueue<Ending> endings = new PriorityQueue<>(Comparator.comparingLong(Ending::at));
        Map<String, Integer> ended = new TreeMap<>();
        long now = 0;
        for (int i = 0; i < concurrency + messages; i++) {
            if (i >= concurrency) {
                Ending next = endings.remove();
                now = next.at();
                pool.ended(next.source());
                ended.merge(next.source(), 1, Integer::sum);
            }
            String source = pool.pick(balancer, "192.0.2.1").orElseThrow();
            endings.add(new Ending(now + serviceTime.getOrDefault(source, 0), source));
        }
        return ended;
    }

    private static Map<String, Integer> inFlight(SimulatedPool pool) {
        Map<String, Integer> counts = new TreeMap<>();
        for (SourceView source : pool.view().sources()) counts.put(source.source(), source.inFlight());
        return counts;
    }

    private record Ending(long at, String source) {}
}

package org.postyard.balancer.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.postyard.api.routing.Balancer;
import org.postyard.testkit.routing.BalancerContract;
import org.postyard.testkit.routing.SimulatedPool;

class SourceIpHashBalancerTest implements BalancerContract {
    private static final int ADDRESSES = 100_000;

    @Override
    public Balancer balancer() {
        return new SourceIpHashBalancer();
    }

    @Test
    void oneAddressAlwaysGoesToOneSource() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 2, 3, 4, 5);
        Balancer balancer = balancer();
        for (String client : List.of("192.0.2.1", "192.0.2.2", "2001:db8::25", "10.0.0.1")) {
            String first = pool.pick(balancer, client).orElseThrow();
            for (int i = 0; i < 500; i++)
                assertThat(pool.pick(balancer, client)).contains(first);
        }
    }

    @Test
    void addressesSpreadByWeight() {
        Map<String, Integer> shares = SimulatedPool.ofWeights(5, 3, 2).spread(balancer(), ADDRESSES);
        assertThat(shares.get("s1")).isCloseTo(50_000, Percentage.withPercentage(2));
        assertThat(shares.get("s2")).isCloseTo(30_000, Percentage.withPercentage(2));
        assertThat(shares.get("s3")).isCloseTo(20_000, Percentage.withPercentage(2));
    }

    @Test
    void removingOneOfTenMovesOnlyItsOwnTenthOfTheAddresses() {
        SimulatedPool pool =
                SimulatedPool.ofWeights(IntStream.range(0, 10).map(i -> 1).toArray());
        List<String> before = homes(pool);
        pool.remove("s4");
        List<String> after = homes(pool);
        long moved = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            if (before.get(i).equals(after.get(i))) continue;
            moved++;
            assertThat(before.get(i)).isEqualTo("s4");
        }
        assertThat(moved).isCloseTo(ADDRESSES / 10, Percentage.withPercentage(3));
    }

    @Test
    void addingAnEleventhMovesAddressesOnlyToIt() {
        SimulatedPool pool =
                SimulatedPool.ofWeights(IntStream.range(0, 10).map(i -> 1).toArray());
        List<String> before = homes(pool);
        pool.member("s11", 1);
        List<String> after = homes(pool);
        long moved = 0;
        for (int i = 0; i < ADDRESSES; i++) {
            if (before.get(i).equals(after.get(i))) continue;
            moved++;
            assertThat(after.get(i)).isEqualTo("s11");
        }
        assertThat(moved).isCloseTo(ADDRESSES / 11, Percentage.withPercentage(3));
    }

    @Test
    void addressesOfAClosedSourceSpreadOverTheOthersAndComeHome() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1, 1);
        List<String> before = homes(pool);
        pool.open("s2", false);
        List<String> meanwhile = homes(pool);
        int[] refuges = new int[5];
        for (int i = 0; i < ADDRESSES; i++) {
            if (before.get(i).equals("s2")) refuges[meanwhile.get(i).charAt(1) - '0']++;
            else assertThat(meanwhile.get(i)).isEqualTo(before.get(i));
        }
        for (int other : List.of(1, 3, 4))
            assertThat(refuges[other]).isCloseTo(ADDRESSES / 12, Percentage.withPercentage(5));
        pool.open("s2", true);
        assertThat(homes(pool)).isEqualTo(before);
    }

    @Test
    void sourcesWhoseNamesHaveOneHashCodeBothGetWork() {
        SimulatedPool pool = new SimulatedPool().member("Aa", 1).member("BB", 1);
        assertThat(pool.spread(balancer(), 10_000).values()).allMatch(share -> share > 4_500);
    }

    @Test
    void mailWithoutAClientAddressIsSpreadByMessageId() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1, 1);
        Balancer balancer = balancer();
        int[] shares = new int[5];
        for (int i = 0; i < 10_000; i++)
            shares[pool.pick(balancer, "").orElseThrow().charAt(1) - '0']++;
        for (int s = 1; s <= 4; s++) assertThat(shares[s]).isCloseTo(2_500, Percentage.withPercentage(6));
    }

    private List<String> homes(SimulatedPool pool) {
        Balancer balancer = balancer();
        List<String> homes = new ArrayList<>(ADDRESSES);
        for (int i = 0; i < ADDRESSES; i++) {
            String client = SimulatedPool.clientAddress(i);
            homes.add(SimulatedPool.proposed(balancer.select(SimulatedPool.request(client, i), pool.view()))
                    .orElseThrow());
        }
        return homes;
    }
}

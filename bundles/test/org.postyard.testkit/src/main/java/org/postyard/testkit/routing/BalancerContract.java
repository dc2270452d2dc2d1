package org.postyard.testkit.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/** What every balancer keeps; a test of a balancer implements it and adds what its own algorithm promises. */
public interface BalancerContract {
    /** The balancer under test; a new one at each call. */
    Balancer balancer();

    @Test
    default void neverProposesAClosedOrUnknownSource() {
        Balancer balancer = balancer();
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            FleetView view = randomView(random);
            Selection selection = balancer.select(randomRequest(random), view);
            SimulatedPool.proposed(selection).ifPresent(source -> assertThat(view.open())
                    .extracting(SourceView::source)
                    .contains(source));
        }
    }

    @Test
    default void usesTheOnlyOpenSource() {
        SimulatedPool pool = SimulatedPool.ofWeights(9, 1, 4);
        pool.open("s1", false);
        pool.open("s3", false);
        assertThat(pool.spread(balancer(), 100)).isEqualTo(Map.of("s2", 100));
    }

    @Test
    default void waitsWithAReasonWhileNoSourceIsOpen() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1);
        pool.open("s1", false);
        pool.open("s2", false);
        assertWaits(balancer().select(pool.request("192.0.2.1"), pool.view()));
    }

    @Test
    default void waitsInsteadOfBouncingWhenThePoolHasNoMembers() {
        assertWaits(balancer().select(SimulatedPool.request("192.0.2.1", 0), new FleetView(List.of())));
    }

    @Test
    default void equalArgumentsGiveEqualProposalsWhateverWasAskedBefore() {
        Random random = new Random(2);
        Balancer experienced = balancer();
        for (int i = 0; i < 1_000; i++) {
            RoutingRequest request = randomRequest(random);
            FleetView view = randomView(random);
            assertThat(experienced.select(request, view)).isEqualTo(balancer().select(request, view));
        }
    }

    @Test
    default void noOpenSourceStarves() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 5, 2, 1, 3);
        Balancer balancer = balancer();
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < 10_000; i++) {
            String source = pool.pick(balancer, SimulatedPool.clientAddress(i)).orElseThrow();
            pool.ended(source);
            shares.merge(source, 1, Integer::sum);
        }
        assertThat(shares.values()).hasSize(5).allMatch(share -> share > 500);
    }

    @Test
    default void aClosedSourceGetsNothingUntilItIsOpenAgain() {
        SimulatedPool pool = SimulatedPool.ofWeights(1, 1, 1);
        Balancer balancer = balancer();
        pool.open("s2", false);
        assertThat(pool.spread(balancer, 3_000)).containsOnlyKeys("s1", "s3");
        for (String source : List.of("s1", "s2", "s3")) pool.inFlight(source, 0);
        pool.open("s2", true);
        assertThat(pool.spread(balancer, 3_000)).containsOnlyKeys("s1", "s2", "s3");
    }

    @Test
    default void worksWithAnyNumberOfPicksAndTheLargestWeights() {
        List<SourceView> sources = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            sources.add(new SourceView(
                    "s" + i, "m" + i, "", Integer.MAX_VALUE, true, Integer.MAX_VALUE, Long.MAX_VALUE - i));
        Selection selection =
                balancer().select(SimulatedPool.request("2001:db8::1", Long.MAX_VALUE), new FleetView(sources));
        assertThat(SimulatedPool.proposed(selection)).isPresent();
    }

    private static void assertWaits(Selection selection) {
        assertThat(selection).isInstanceOfSatisfying(Selection.Wait.class, wait -> {
            assertThat(wait.reason()).isNotBlank();
            assertThat(wait.atLeast()).isGreaterThan(Duration.ZERO);
        });
    }

    private static RoutingRequest randomRequest(Random random) {
        return SimulatedPool.request(SimulatedPool.clientAddress(random.nextInt(1 << 24)), random.nextInt(1_000_000));
    }

    private static FleetView randomView(Random random) {
        List<SourceView> sources = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++)
            sources.add(new SourceView(
                    "s" + i,
                    "m" + i % 3,
                    "",
                    1 + random.nextInt(9),
                    random.nextBoolean(),
                    random.nextInt(5),
                    random.nextInt(50)));
        return new FleetView(sources);
    }
}

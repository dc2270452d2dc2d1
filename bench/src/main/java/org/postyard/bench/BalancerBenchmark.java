package org.postyard.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;
import org.postyard.balancer.basic.LeastConnectionsBalancer;
import org.postyard.balancer.basic.RoundRobinBalancer;
import org.postyard.balancer.basic.SourceIpHashBalancer;
import org.postyard.balancer.basic.WeightedBalancer;

/** Picks per second of the basic balancers, one thread, as the engine calls them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BalancerBenchmark {
    /** Messages with clients of their own that are picked for in turn; a power of two. */
    private static final int MESSAGES = 1_024;

    /** The balancer's id. */
    @Param({"round-robin", "weighted", "least-connections", "source-ip-hash"})
    public String balancer = "";

    /** Members of the pool; every tenth is closed. */
    @Param({"3", "50"})
    public int members;

    private Balancer chosen = new RoundRobinBalancer();
    private FleetView fleet = new FleetView(List.of());
    private final List<Message> messages = new ArrayList<>();
    private int next;

    @Setup
    public void build() {
        chosen = switch (balancer) {
            case "weighted" -> new WeightedBalancer();
            case "least-connections" -> new LeastConnectionsBalancer();
            case "source-ip-hash" -> new SourceIpHashBalancer();
            default -> new RoundRobinBalancer();
        };
        List<SourceView> sources = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            sources.add(
                    new SourceView("source-" + i, "server-" + i, "site", 1 + i % 5, i % 10 != 9, i * 7 % 13, i * 11));
        }
        fleet = new FleetView(List.copyOf(sources));
        Envelope envelope = Envelope.of("sender@bench.test", List.of("recipient@bench.test"));
        for (int i = 0; i < MESSAGES; i++) {
            String client = "192.0.2." + i % 256;
            messages.add(new Message(new MessageId(i), envelope, Handling.DEFAULT, Instant.EPOCH, client, 10_000));
        }
    }

    @Benchmark
    public Selection pick() {
        next++;
        RoutingRequest request = new RoutingRequest("pool", messages.get(next & (MESSAGES - 1)), "bench.test", 1, next);
        return chosen.select(request, fleet);
    }
}

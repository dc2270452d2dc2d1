package org.postyard.testkit.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageId;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/**
 * A pool that follows a balancer's proposals and keeps the counts that the engine keeps: picks (from zero again when
 * members come or go or weights change) and messages in flight. Not thread-safe.
 */
public final class SimulatedPool {
    private final List<SourceView> members = new ArrayList<>();
    private long pick;

    /** Adds an open member. */
    public SimulatedPool member(String source, int weight) {
        members.add(new SourceView(source, "server-of-" + source, "", weight, true, 0, 0));
        restart();
        return this;
    }

    /** A pool of open members s1, s2, ... with these weights. */
    public static SimulatedPool ofWeights(int... weights) {
        SimulatedPool pool = new SimulatedPool();
        for (int i = 0; i < weights.length; i++) pool.member("s" + (i + 1), weights[i]);
        return pool;
    }

    public FleetView view() {
        return new FleetView(List.copyOf(members));
    }

    /** A request of a message from this client, with the number of the pool's next pick. */
    public RoutingRequest request(String client) {
        return request(client, pick);
    }

    /** A request of a message from this client. */
    public static RoutingRequest request(String client, long pick) {
        Message message = new Message(
                new MessageId(pick),
                Envelope.of("from@sender.example", List.of("to@recipient.example")),
                Handling.DEFAULT,
                Instant.EPOCH,
                client,
                10_000);
        return new RoutingRequest("pool", message, "recipient.example", 1, pick);
    }

    /** Asks for one message and follows the proposal; empty if it was not to use a source. */
    public Optional<String> pick(Balancer balancer, String client) {
        Optional<String> source = proposed(balancer.select(request(client), view()));
        source.ifPresent(this::follow);
        return source;
    }

    /** Asks for so many messages from as many clients, follows the proposals and returns how many each source got. */
    public Map<String, Integer> spread(Balancer balancer, int messages) {
        Map<String, Integer> shares = new TreeMap<>();
        for (int i = 0; i < messages; i++)
            pick(balancer, clientAddress(i)).ifPresent(source -> shares.merge(source, 1, Integer::sum));
        return shares;
    }

    /** The i-th of 16 million different IPv4 addresses. */
    public static String clientAddress(int i) {
        return "10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255);
    }

    /** The message that a source carried ended. */
    public void ended(String source) {
        change(source, old -> copy(old, old.weight(), old.open(), old.inFlight() - 1, old.picks()));
    }

    public void inFlight(String source, int messages) {
        change(source, old -> copy(old, old.weight(), old.open(), messages, old.picks()));
    }

    /** Full for a moment: not open, but nobody's picks begin anew. */
    public void full(String source, boolean full) {
        change(source, old -> copy(old, old.weight(), !full, old.inFlight(), old.picks()));
    }

    /** In service or out of service. */
    public void open(String source, boolean open) {
        change(source, old -> copy(old, old.weight(), open, old.inFlight(), old.picks()));
        restart();
    }

    public void weight(String source, int weight) {
        change(source, old -> copy(old, weight, old.open(), old.inFlight(), old.picks()));
        restart();
    }

    public void remove(String source) {
        members.removeIf(member -> member.source().equals(source));
        restart();
    }

    private void follow(String source) {
        pick++;
        change(source, old -> copy(old, old.weight(), old.open(), old.inFlight() + 1, old.picks() + 1));
    }

    private void restart() {
        members.replaceAll(old -> copy(old, old.weight(), old.open(), old.inFlight(), 0));
    }

    private void change(String source, UnaryOperator<SourceView> to) {
        members.replaceAll(member -> member.source().equals(source) ? to.apply(member) : member);
    }

    private static SourceView copy(SourceView old, int weight, boolean open, int inFlight, long picks) {
        return new SourceView(old.source(), old.server(), old.site(), weight, open, inFlight, picks);
    }

    /** The source that a proposal uses; empty if it waits or refuses. */
    public static Optional<String> proposed(Selection selection) {
        return selection.fold(new Selection.Cases<>() {
            @Override
            public Optional<String> use(Selection.Use use) {
                return Optional.of(use.source());
            }

            @Override
            public Optional<String> waitFor(Selection.Wait wait) {
                return Optional.empty();
            }

            @Override
            public Optional<String> refuse(Selection.Refuse refuse) {
                return Optional.empty();
            }
        });
    }
}

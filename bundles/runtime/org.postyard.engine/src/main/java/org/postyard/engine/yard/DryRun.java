package org.postyard.engine.yard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageIds;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.slot.Slot;

/** Asks a balancer where it would send synthetic messages, all members open and idle, without sending any. */
final class DryRun {
    private DryRun() {}

    /** Proposals per source; what was not sent anywhere is counted under its reason. */
    static Map<String, Long> run(PoolTrack pool, Slot<Balancer> balancer, int attempts, MessageIds ids) {
        Map<String, Long> shares = new LinkedHashMap<>();
        pool.members().forEach(member -> shares.put(member.source().source().id(), 0L));
        for (int attempt = 0; attempt < attempts; attempt++) {
            RoutingRequest request = new RoutingRequest(pool.id(), synthetic(ids, attempt), "example.com", 1, attempt);
            FleetView view = view(pool, shares);
            String target = balancer.call(plugin -> plugin.select(request, view))
                    .map(DryRun::name)
                    .orElse("(failed)");
            shares.merge(target, 1L, Long::sum);
        }
        return shares;
    }

    private static Message synthetic(MessageIds ids, int number) {
        String client = "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        return new Message(
                ids.next(),
                Envelope.of("sender@example.com", List.of("recipient@example.com")),
                Handling.DEFAULT,
                Instant.EPOCH,
                client,
                0);
    }

    private static FleetView view(PoolTrack pool, Map<String, Long> shares) {
        List<SourceView> views = new ArrayList<>();
        for (PoolTrack.Member member : pool.members()) {
            String id = member.source().source().id();
            views.add(new SourceView(
                    id,
                    member.source().source().server(),
                    member.source().server().server().site(),
                    member.weight(),
                    true,
                    0,
                    shares.getOrDefault(id, 0L)));
        }
        return new FleetView(views);
    }

    private static String name(Selection selection) {
        return selection.fold(new Selection.Cases<>() {
            @Override
            public String use(Selection.Use use) {
                return use.source();
            }

            @Override
            public String waitFor(Selection.Wait wait) {
                return "(waits: " + wait.reason() + ")";
            }

            @Override
            public String refuse(Selection.Refuse refuse) {
                return "(refused: " + refuse.reason() + ")";
            }
        });
    }
}

package org.postyard.engine.yard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postyard.api.fleet.EgressSource;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.IpPool;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.ServerState;
import org.postyard.api.message.Handling;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.path.SourceTrack;
import org.postyard.engine.queue.ScheduledQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a new fleet in force while mail flows: what stays keeps its state and its conversations, what goes is emptied, and
 * mail whose pool is gone is routed anew. Mail that is already queued keeps its pool otherwise. Dispatcher thread only.
 */
final class FleetChange {
    private static final Logger LOG = LoggerFactory.getLogger(FleetChange.class);

    private final YardState state;
    private final YardServices services;
    private final Conversations conversations;
    private final Domains domains;
    private final Paths paths;
    private final QueueDesk queueDesk;

    FleetChange(
            YardState state,
            YardServices services,
            Conversations conversations,
            Domains domains,
            Paths paths,
            QueueDesk queueDesk) {
        this.state = state;
        this.services = services;
        this.conversations = conversations;
        this.domains = domains;
        this.paths = paths;
        this.queueDesk = queueDesk;
    }

    void apply(Fleet fleet) {
        state.fleet(fleet);
        servers(fleet);
        sources(fleet);
        state.pools.clear();
        for (IpPool pool : fleet.pools()) state.pools.put(pool.id(), new PoolTrack(pool, state.sources));
        paths.refreshLimits();
        domains.forgetAnswers();
        for (ScheduledQueue queue : List.copyOf(state.queues())) {
            if (state.pool(queue.key().pool()).isEmpty()) reroute(queue, fleet);
            domains.place(queue);
        }
        state.touchLanes();
        LOG.info(
                "fleet in force servers={} sources={} pools={}",
                fleet.servers().size(),
                state.sources.size(),
                fleet.pools().size());
    }

    private void servers(Fleet fleet) {
        Set<String> kept = new HashSet<>();
        for (SendingServer server : fleet.servers()) {
            kept.add(server.id());
            ServerTrack known = state.servers.get(server.id());
            if (known == null)
                state.servers.put(
                        server.id(), new ServerTrack(server, services.clock().instant()));
            else known.replace(server);
        }
        state.servers.keySet().retainAll(kept);
    }

    private void sources(Fleet fleet) {
        Set<String> kept = new HashSet<>();
        for (EgressSource source : fleet.sources()) {
            kept.add(source.id());
            SourceTrack known = state.sources.get(source.id());
            ServerTrack server = state.servers.get(source.server());
            boolean same = known != null && known.source().equals(source) && known.server() == server;
            if (same || server == null) continue;
            if (known != null) retire(known);
            state.sources.put(source.id(), new SourceTrack(source, server));
        }
        for (SourceTrack source : List.copyOf(state.sources.values())) {
            if (kept.contains(source.source().id())) continue;
            retire(source);
            state.sources.remove(source.source().id());
        }
    }

    /** Empties a source that is gone or was changed: nothing new, and conversations end after their message. */
    private void retire(SourceTrack source) {
        for (Path path : List.copyOf(source.paths())) {
            conversations.returnReady(path);
            for (Conversation conversation : List.copyOf(path.conversations()))
                if (conversation.attempt().isEmpty()) conversations.close(conversation);
            path.retire();
            state.retire(path);
        }
    }

    /** Routes anew what was in a conversation when its pool went; to be called now and then. */
    void routeStranded() {
        for (ScheduledQueue queue : List.copyOf(state.queues())) {
            boolean stranded = !queue.empty() && state.pool(queue.key().pool()).isEmpty();
            if (stranded) reroute(queue, state.fleet());
        }
    }

    private void reroute(ScheduledQueue queue, Fleet fleet) {
        String pool = Intake.poolFor(fleet, handlingOf(queue), "", queue.key().domain());
        if (pool.isEmpty() || state.pool(pool).isEmpty()) return;
        LOG.warn(
                "pool is gone, its mail is routed anew from={} to={} queue={}/{}/{}",
                queue.key().pool(),
                pool,
                queue.key().tenant(),
                queue.key().campaign(),
                queue.key().domain());
        queue.each(consignment -> {
            if (QueueDesk.movable(consignment)) queueDesk.move(consignment, pool);
        });
    }

    private static Handling handlingOf(ScheduledQueue queue) {
        var oldest = queue.oldest();
        var messageClass = oldest == null
                ? org.postyard.api.message.MessageClass.BULK
                : oldest.track().account().messageClass();
        return Handling.of(queue.key().tenant(), queue.key().campaign(), messageClass);
    }

    /** Restores what operators wanted of a server before a restart. */
    void restore(String server, ServerState wanted, String author) {
        ServerTrack track = state.servers.get(server);
        if (track != null) track.want(wanted, author, services.clock().instant());
    }
}

package org.postyard.engine.yard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.path.SourceTrack;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Consignment.State;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.slot.Slot;

/**
 * Moves due mail from its lane into the ready queue of a path: asks the balancer, then admits or not. All throttles are
 * evaluated here and in {@link Departures}, never by a worker that sleeps. Dispatcher thread only.
 */
final class Promotion {
    private static final int MOST_LOADING_PER_LANE = 64;
    private static final long LOAD_RETRY_MILLIS = 5_000;
    private static final long REFUSED_PROPOSAL_NANOS = 100_000_000L;

    private final YardState state;
    private final YardServices services;
    private final Dispatcher dispatcher;
    private final Loader loader;
    private final Settling settling;
    private final Waking waking;
    private final Paths paths;

    Promotion(
            YardState state,
            YardServices services,
            Dispatcher dispatcher,
            Loader loader,
            Settling settling,
            Waking waking,
            Paths paths) {
        this.state = state;
        this.services = services;
        this.dispatcher = dispatcher;
        this.loader = loader;
        this.settling = settling;
        this.waking = waking;
        this.paths = paths;
    }

    /** Promotes from a lane until nothing is due or nothing more fits. */
    void promote(Lane lane) {
        Optional<PoolTrack> pool = state.pool(lane.pool());
        if (pool.isEmpty()) {
            lane.blockedBecause(() -> whyClosed(lane));
            lane.unload().forEach(waking::dueAgain);
            return;
        }
        while (lane.hasDue() && step(lane, pool.get())) {}
    }

    /** Promotes one consignment; false if the lane must wait. */
    private boolean step(Lane lane, PoolTrack pool) {
        FleetView view = view(lane.site(), pool);
        if (view.sources().stream().noneMatch(SourceView::open)) {
            lane.blockedBecause(() -> whyClosed(lane));
            listen(lane, pool);
            return false;
        }
        Consignment consignment = lane.next();
        if (consignment == null) return false;
        if (settling.expired(consignment)) return true;
        if (consignment.queue().lane().filter(current -> current == lane).isEmpty()) {
            waking.dueAgain(consignment);
            return true;
        }
        HotMessage hot = consignment.track().hot();
        if (hot == null) return load(lane, consignment);
        return propose(lane, pool, view, consignment, hot);
    }

    /** Lets every path that could carry the lane's mail tell it when there is room again. */
    private void listen(Lane lane, PoolTrack pool) {
        for (PoolTrack.Member member : pool.members())
            paths.path(member.source(), lane.site(), pool.id()).lanes().add(lane);
    }

    private boolean load(Lane lane, Consignment consignment) {
        boolean again = consignment.state() == State.LOADING;
        boolean crowded = !again && !loader.hasRoomFor(consignment.track());
        if (!again && (lane.loading() >= MOST_LOADING_PER_LANE || crowded)) {
            lane.putBack(consignment);
            if (crowded) loader.waitForRoom(lane);
            return false;
        }
        consignment.queue().enter(consignment, State.LOADING);
        lane.loadingBegins();
        loader.load(consignment.track(), hot -> arrived(lane, consignment), reason -> {
            lane.loadingFailed();
            if (consignment.state() != State.LOADING) return;
            consignment.queue().waitsBecause("it cannot be read from the spool: " + reason);
            consignment.dueAt(services.clock().millis() + LOAD_RETRY_MILLIS);
            waking.waitForTime(consignment);
        });
        return true;
    }

    /** What an operator has taken away meanwhile need not stay in memory. */
    private void arrived(Lane lane, Consignment consignment) {
        lane.loaded(consignment);
        if (consignment.state() != State.LOADING) loader.cool(consignment.track());
    }

    private boolean propose(Lane lane, PoolTrack pool, FleetView view, Consignment consignment, HotMessage hot) {
        Optional<Slot<Balancer>> slot = services.balancers().open(pool.balancer());
        if (slot.isEmpty())
            return block(lane, pool, consignment, "balancer '" + pool.balancer() + "' is not installed", 0);
        RoutingRequest request = new RoutingRequest(
                pool.id(),
                hot.message(),
                consignment.queue().key().domain(),
                consignment.failedAttempts() + 1,
                pool.picks());
        Optional<Selection> selection = slot.get().call(balancer -> balancer.select(request, view));
        if (selection.isEmpty())
            return block(lane, pool, consignment, "balancer '" + pool.balancer() + "' failed", REFUSED_PROPOSAL_NANOS);
        return selection.get().fold(new Selection.Cases<>() {
            @Override
            public Boolean use(Selection.Use use) {
                return admit(lane, pool, consignment, use.source());
            }

            @Override
            public Boolean waitFor(Selection.Wait wait) {
                return block(
                        lane,
                        pool,
                        consignment,
                        wait.reason(),
                        Math.max(REFUSED_PROPOSAL_NANOS, wait.atLeast().toNanos()));
            }

            @Override
            public Boolean refuse(Selection.Refuse refuse) {
                settling.bounce(consignment, new SmtpReply(550, "5.7.1", refuse.reason()));
                return true;
            }
        });
    }

    private boolean admit(Lane lane, PoolTrack pool, Consignment consignment, String source) {
        for (PoolTrack.Member member : pool.members()) {
            if (!member.source().source().id().equals(source)) continue;
            Path path = paths.path(member.source(), lane.site(), pool.id());
            if (!open(path)) break;
            pool.picked(member);
            pool.reason("");
            lane.flows();
            path.lanes().add(lane);
            consignment.queue().enter(consignment, State.READY);
            path.enqueue(consignment);
            state.touch(path);
            return true;
        }
        return block(
                lane,
                pool,
                consignment,
                "balancer '" + pool.balancer() + "' proposed '" + source + "', which is closed or no member",
                REFUSED_PROPOSAL_NANOS);
    }

    private boolean block(Lane lane, PoolTrack pool, Consignment consignment, String reason, long nanos) {
        lane.blockedBecause(() -> reason);
        pool.reason(reason);
        lane.putBack(consignment);
        if (nanos > 0 && lane.pause()) dispatcher.after(nanos, lane::resume);
        return false;
    }

    // --- what a balancer sees

    private FleetView view(DestinationSite site, PoolTrack pool) {
        List<SourceView> views = new ArrayList<>(pool.members().size());
        long fingerprint = 1;
        for (PoolTrack.Member member : pool.members()) {
            boolean open = open(member.source(), site, pool.id());
            fingerprint = fingerprint * 31 + (available(member.source()) ? 1 : 0);
            SourceTrack source = member.source();
            views.add(new SourceView(
                    source.source().id(),
                    source.source().server(),
                    source.server().server().site(),
                    member.weight(),
                    open,
                    source.inFlight(),
                    member.picks()));
        }
        pool.openMembers(fingerprint);
        return new FleetView(views);
    }

    /** Whether a source takes part at all, leaving aside whether it is full at this moment. */
    private static boolean available(SourceTrack source) {
        return source.server().accepts() && !source.server().onTrial();
    }

    private boolean open(SourceTrack source, DestinationSite site, String pool) {
        if (!source.server().accepts() || !source.usable(System.nanoTime())) return false;
        if (services.connectors().open(source.source().connector()).isEmpty()) return false;
        return open(paths.path(source, site, pool));
    }

    private boolean open(Path path) {
        return path.source().server().accepts()
                && path.open(System.nanoTime(), services.clock().millis());
    }

    /** Why no member of its pool takes anything for a lane's site, as things are now, in one sentence with the evidence; empty if one does. */
    private String whyClosed(Lane lane) {
        return state.pool(lane.pool())
                .map(pool -> whyClosed(lane.site(), pool))
                .orElse("pool '" + lane.pool() + "' is not in the fleet");
    }

    private String whyClosed(DestinationSite site, PoolTrack pool) {
        if (pool.members().isEmpty()) return "pool '" + pool.id() + "' has no members";
        StringJoiner reasons = new StringJoiner("; ");
        for (PoolTrack.Member member : pool.members()) {
            SourceTrack source = member.source();
            if (services.connectors().open(source.source().connector()).isEmpty())
                reasons.add("connector '" + source.source().connector() + "' of source "
                        + source.source().id() + " is not installed");
            else {
                String reason = paths.path(source, site, pool.id())
                        .closedBecause(System.nanoTime(), services.clock().millis());
                if (reason.isEmpty()) return "";
                reasons.add(reason);
            }
        }
        return reasons.toString();
    }
}

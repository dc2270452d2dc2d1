package org.postyard.console.model.action;

import java.util.Optional;
import org.postyard.console.model.call.PoolCalls;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.protocol.PoolView;

/** What can be done to a pool. */
public final class PoolActions {
    private final PoolCalls calls;

    public PoolActions(ApiClient client) {
        this.calls = new PoolCalls(client);
    }

    /** Switches the balancer until the next fleet version says otherwise. */
    public Action switchBalancer(PoolView pool) {
        return switchBalancer(pool.id(), pool.balancer());
    }

    private Action switchBalancer(String pool, String before) {
        return new Action(
                "pool.balancer",
                "Switch balancer",
                "of pool " + pool,
                "TUNE",
                Optional.empty(),
                Optional.of(new Action.Confirmation(
                        "Switch the balancer of pool " + pool + "?",
                        "It is used at once and until the next version of the fleet document is applied.",
                        false)),
                Action.Asks.BALANCER,
                Optional.empty(),
                balancer -> calls.switchBalancer(pool, balancer),
                Optional.of(balancer -> backTo(pool, balancer, before)));
    }

    private Action backTo(String pool, String now, String before) {
        return new Action(
                "pool.balancer",
                "Switch back to " + before,
                "in pool " + pool,
                "TUNE",
                Optional.empty(),
                Optional.empty(),
                Action.Asks.NOTHING,
                Optional.empty(),
                input -> calls.switchBalancer(pool, before),
                Optional.of(input -> backTo(pool, before, now)));
    }
}

package org.postyard.balancer.basic;

import java.time.Duration;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/** What all balancers of this bundle say and count alike; they walk the view's own list, because one pick is made for each message. */
final class OpenMembers {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private OpenMembers() {}

    /** Place in a rotation over so many members at this request. */
    static int turn(RoutingRequest request, int members) {
        return (int) Long.remainderUnsigned(request.pick(), members);
    }

    static Selection use(SourceView source) {
        return new Selection.Use(source.source());
    }

    /** Nobody is open. Also right for a pool without members: a mistake in the fleet must not bounce mail. */
    static Selection waitForOne(RoutingRequest request) {
        return new Selection.Wait(ASK_AGAIN, "no source of pool " + request.pool() + " is open");
    }
}

package org.postyard.balancer.basic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/**
 * Goes round the open members in the order of the pool: of M messages each of N members gets floor(M/N) or ceil(M/N).
 * A member that was full for a moment gets the turns that it missed.
 */
@Component(service = Balancer.class, property = PluginProperties.BALANCER_ID + "=" + RoundRobinBalancer.ID)
public final class RoundRobinBalancer implements Balancer {
    static final String ID = "round-robin";

    @Override
    public Selection select(RoutingRequest request, FleetView fleet) {
        List<SourceView> members = fleet.sources();
        if (members.isEmpty()) return OpenMembers.waitForOne(request);
        int start = OpenMembers.turn(request, members.size());
        @Nullable SourceView next = null;
        for (int i = 0; i < members.size(); i++) {
            SourceView source = members.get((start + i) % members.size());
            if (source.open() && (next == null || source.picks() < next.picks())) next = source;
        }
        return next == null ? OpenMembers.waitForOne(request) : OpenMembers.use(next);
    }
}

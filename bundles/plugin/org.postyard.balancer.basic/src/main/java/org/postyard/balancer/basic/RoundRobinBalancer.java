package org.postyard.balancer.basic;

import org.osgi.service.component.annotations.Component;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/** Goes round the open members in the order of the pool: of M messages each of N members gets floor(M/N) or ceil(M/N). */
@Component(service = Balancer.class, property = PluginProperties.BALANCER_ID + "=" + RoundRobinBalancer.ID)
public final class RoundRobinBalancer implements Balancer {
    static final String ID = "round-robin";

    @Override
    public Selection select(RoutingRequest request, FleetView fleet) {
        int open = OpenMembers.count(fleet);
        if (open == 0) return OpenMembers.waitForOne(request);
        int before = OpenMembers.turn(request, open);
        for (SourceView source : fleet.sources()) {
            if (source.open() && before-- == 0) return OpenMembers.use(source);
        }
        return OpenMembers.waitForOne(request);
    }
}

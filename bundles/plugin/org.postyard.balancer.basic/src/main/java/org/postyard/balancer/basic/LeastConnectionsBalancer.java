package org.postyard.balancer.basic;

import org.osgi.service.component.annotations.Component;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/** Gives the next message to an open member with the fewest messages in flight; equals take turns. Weights play no part. */
@Component(service = Balancer.class, property = PluginProperties.BALANCER_ID + "=" + LeastConnectionsBalancer.ID)
public final class LeastConnectionsBalancer implements Balancer {
    static final String ID = "least-connections";

    @Override
    public Selection select(RoutingRequest request, FleetView fleet) {
        int fewest = Integer.MAX_VALUE;
        int equals = 0;
        for (SourceView source : fleet.sources()) {
            if (!source.open() || source.inFlight() > fewest) continue;
            equals = source.inFlight() == fewest ? equals + 1 : 1;
            fewest = source.inFlight();
        }
        if (equals == 0) return OpenMembers.waitForOne(request);
        int before = OpenMembers.turn(request, equals);
        for (SourceView source : fleet.sources()) {
            if (source.open() && source.inFlight() == fewest && before-- == 0) return OpenMembers.use(source);
        }
        return OpenMembers.waitForOne(request);
    }
}

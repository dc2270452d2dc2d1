package org.postyard.balancer.basic;

import org.osgi.service.component.annotations.Component;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/**
 * Gives each open member a share by its weight, evenly interleaved: the next message goes to the member whose next turn
 * is due first, and turns of a member are 1/weight apart (stride scheduling).
 */
@Component(service = Balancer.class, property = PluginProperties.BALANCER_ID + "=" + WeightedBalancer.ID)
public final class WeightedBalancer implements Balancer {
    static final String ID = "weighted";

    @Override
    public Selection select(RoutingRequest request, FleetView fleet) {
        double earliest = Double.POSITIVE_INFINITY;
        int due = 0;
        for (SourceView source : fleet.sources()) {
            if (!source.open()) continue;
            double turn = nextTurn(source);
            if (turn < earliest) {
                earliest = turn;
                due = 1;
            } else if (turn == earliest) due++;
        }
        if (due == 0) return OpenMembers.waitForOne(request);
        return dueAt(earliest, OpenMembers.turn(request, due), request, fleet);
    }

    /** Equal fractions give equal doubles, because division rounds correctly; so ties are found by comparing. */
    private static double nextTurn(SourceView source) {
        return (source.picks() + 1.0) / source.weight();
    }

    private static Selection dueAt(double earliest, int before, RoutingRequest request, FleetView fleet) {
        int left = before;
        for (SourceView source : fleet.sources()) {
            if (source.open() && nextTurn(source) == earliest && left-- == 0) return OpenMembers.use(source);
        }
        return OpenMembers.waitForOne(request);
    }
}

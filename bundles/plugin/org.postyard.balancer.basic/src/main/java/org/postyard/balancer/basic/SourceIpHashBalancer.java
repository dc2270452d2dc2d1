package org.postyard.balancer.basic;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.postyard.api.message.Message;
import org.postyard.api.plugin.PluginProperties;
import org.postyard.api.routing.Balancer;
import org.postyard.api.routing.FleetView;
import org.postyard.api.routing.RoutingRequest;
import org.postyard.api.routing.Selection;
import org.postyard.api.routing.SourceView;

/**
 * Gives all mail of one injecting IP address to one member, by weighted rendezvous hashing: each address has an order of
 * preference over the members, and the first open one carries it. So a member that goes moves its own addresses only,
 * and they come home when it returns. Mail without a client address (our own reports) is spread by message id.
 */
@Component(service = Balancer.class, property = PluginProperties.BALANCER_ID + "=" + SourceIpHashBalancer.ID)
public final class SourceIpHashBalancer implements Balancer {
    static final String ID = "source-ip-hash";

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1.0p-53;

    @Override
    public Selection select(RoutingRequest request, FleetView fleet) {
        long key = key(request.message());
        @Nullable SourceView favourite = null;
        double best = Double.POSITIVE_INFINITY;
        for (SourceView source : fleet.sources()) {
            if (!source.open()) continue;
            double distance = distance(key, source);
            if (distance < best) {
                best = distance;
                favourite = source;
            }
        }
        return favourite == null ? OpenMembers.waitForOne(request) : OpenMembers.use(favourite);
    }

    private static long key(Message message) {
        return message.client().isEmpty() ? message.id().value() : hash(message.client());
    }

    /** Exponentially distributed with rate = weight, so that the least of all belongs to a member with probability weight / sum of weights. */
    private static double distance(long key, SourceView source) {
        long mixed = mix(key ^ mix(hash(source.source())));
        double uniform = ((mixed >>> 11) + 1) * UNIT;
        return -Math.log(uniform) / source.weight();
    }

    /** FNV-1a, 64 bits: names that {@link String#hashCode} confuses must not share their fate. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        return hash;
    }

    /** The finaliser of SplitMix64: neighbours in, strangers out. */
    private static long mix(long value) {
        long mixed = value + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}

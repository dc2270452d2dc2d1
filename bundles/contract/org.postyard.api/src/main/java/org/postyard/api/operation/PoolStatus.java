package org.postyard.api.operation;

import java.util.List;

/**
 * An IpPool as it is now.
 *
 * @param reason what its balancer waits for; empty if nothing
 */
public record PoolStatus(String id, String balancer, boolean balancerPresent, String reason, List<Share> members) {
    public PoolStatus {
        members = List.copyOf(members);
    }

    /** What one member carried of the pool's proposals since the set of open members last changed. */
    public record Share(String source, int weight, boolean open, long picks) {}
}

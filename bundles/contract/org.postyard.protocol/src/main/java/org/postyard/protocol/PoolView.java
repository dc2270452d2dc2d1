package org.postyard.protocol;

import java.util.List;

/**
 * An IpPool as it is now.
 *
 * @param reason what its balancer waits for; empty if nothing
 */
public record PoolView(
        String id, String balancer, boolean balancerPresent, String reason, List<PoolMemberView> members) {
    public PoolView {
        members = List.copyOf(members);
    }
}

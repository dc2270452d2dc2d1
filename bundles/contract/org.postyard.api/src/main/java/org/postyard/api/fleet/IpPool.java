package org.postyard.api.fleet;

import java.util.List;

/**
 * A named, weighted group of EgressSources.
 *
 * @param balancer id of the balancer that proposes among the members
 */
public record IpPool(String id, String balancer, List<Member> members) {
    public IpPool {
        members = List.copyOf(members);
    }

    /** One source with its share, relative to the other members. */
    public record Member(String source, int weight) {
        public Member {
            if (weight < 1) throw new IllegalArgumentException("weight of " + source + " is below 1");
        }
    }
}

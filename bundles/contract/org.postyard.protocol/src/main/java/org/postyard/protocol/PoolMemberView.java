package org.postyard.protocol;

/** One member of a pool, and what it carried of the pool's proposals since the set of open members last changed. */
public record PoolMemberView(String source, int weight, boolean open, long picks) {}

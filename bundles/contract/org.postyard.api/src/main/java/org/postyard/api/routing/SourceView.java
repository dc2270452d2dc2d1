package org.postyard.api.routing;

/**
 * One member of a pool, as a balancer sees it.
 *
 * @param weight share relative to the other members, 1 or more
 * @param open whether it can take one more message now: server active, path not backing off, ready queue not full, caps not reached
 * @param inFlight messages in its ready queues and conversations, over all sites
 * @param picks proposals of this pool that it got since a member last came into or went out of service or a weight changed;
 *     who is only full or limited for a moment keeps its count
 */
public record SourceView(
        String source, String server, String site, int weight, boolean open, int inFlight, long picks) {}

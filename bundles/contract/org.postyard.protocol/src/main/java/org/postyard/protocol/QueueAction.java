package org.postyard.protocol;

import java.util.Optional;

/**
 * Which queues an action touches; all given conditions must match.
 *
 * @param everything must be true if no condition is given, so that nobody empties the yard by a slip
 * @param reason for the log and for the events; hold and delete
 * @param toPool the pool that is to carry the mail; reroute only
 */
public record QueueAction(
        Optional<String> tenant,
        Optional<String> campaign,
        Optional<String> domain,
        Optional<String> pool,
        boolean everything,
        Optional<String> reason,
        Optional<String> toPool) {}

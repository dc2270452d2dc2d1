package org.postyard.api.operation;

import java.time.Instant;
import java.util.Optional;
import org.postyard.api.fleet.ServerState;

/**
 * A SendingServer as it is now.
 *
 * @param reason one sentence: why it is in this state, and since when that reason holds
 * @param inFlight messages in conversations
 * @param ready messages in ready queues
 * @param oldestReady when the oldest of these was received; empty if there are none
 * @param perSecond recipients that ended (delivered or relayed) per second, over the last ten seconds
 * @param deliveryShare delivered and relayed, of all attempts of the last minute, 0 to 1; NaN if there were none
 * @param deferralShare as above
 * @param bounceShare as above
 * @param latencyMillis mean duration of a transaction over the last minute; NaN if there were none
 */
public record ServerStatus(
        String id,
        String role,
        String site,
        ServerState state,
        String reason,
        Instant since,
        int capacity,
        int sources,
        int connections,
        int inFlight,
        int ready,
        Optional<Instant> oldestReady,
        double perSecond,
        double deliveryShare,
        double deferralShare,
        double bounceShare,
        double latencyMillis,
        long attempts,
        long delivered,
        long deferred,
        long bounced) {}

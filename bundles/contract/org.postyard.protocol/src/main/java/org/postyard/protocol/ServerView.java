package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * A SendingServer as it is now.
 *
 * @param role {@code mta}, {@code relay} or {@code esp}
 * @param state {@code active}, {@code draining}, {@code maintenance} or {@code down}
 * @param reason one sentence: why it is in this state
 * @param ready messages in its ready queues
 * @param oldestReady when the oldest of these was received; empty if there are none
 * @param perSecond recipients that ended per second, over the last ten seconds
 * @param deliveryShare delivered and relayed, of all attempts of the last minute, 0 to 1; empty if there were none
 * @param deferralShare as above
 * @param bounceShare as above
 * @param latencyMillis mean duration of a transaction over the last minute; empty if there were none
 */
public record ServerView(
        String id,
        String role,
        String site,
        String state,
        String reason,
        Instant since,
        int capacity,
        int sources,
        int connections,
        int inFlight,
        int ready,
        Optional<Instant> oldestReady,
        double perSecond,
        Optional<Double> deliveryShare,
        Optional<Double> deferralShare,
        Optional<Double> bounceShare,
        Optional<Double> latencyMillis,
        long attempts,
        long delivered,
        long deferred,
        long bounced) {}

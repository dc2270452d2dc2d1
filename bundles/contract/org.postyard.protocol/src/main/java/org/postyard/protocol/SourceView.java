package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * An EgressSource as it is now.
 *
 * @param open whether it can take one more message
 * @param reason one sentence: why it is open or not
 * @param ready messages in its ready queues
 * @param oldestReady when the oldest of these was received; empty if there are none
 * @param deliveryShare delivered and relayed, of all attempts of the last minute, 0 to 1; empty if there were none
 * @param deferralShare as above
 * @param bounceShare as above
 * @param latencyMillis mean duration of a transaction over the last minute; empty if there were none
 */
public record SourceView(
        String id,
        String server,
        String connector,
        String nextHop,
        String bindAddress,
        String ehloName,
        boolean open,
        String reason,
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

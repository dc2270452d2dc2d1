package org.postyard.api.operation;

import java.time.Instant;
import java.util.Optional;

/** An EgressSource as it is now; shares, latency and the oldest message as in {@link ServerStatus}. */
public record SourceStatus(
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
        double deliveryShare,
        double deferralShare,
        double bounceShare,
        double latencyMillis,
        long attempts,
        long delivered,
        long deferred,
        long bounced) {}

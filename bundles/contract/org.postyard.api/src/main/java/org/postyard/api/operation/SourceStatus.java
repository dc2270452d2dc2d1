package org.postyard.api.operation;

/** An EgressSource as it is now; shares and latency as in {@link ServerStatus}. */
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
        double perSecond,
        double deliveryShare,
        double deferralShare,
        double bounceShare,
        double latencyMillis,
        long attempts,
        long delivered,
        long deferred,
        long bounced) {}

package org.postyard.engine.path;

import java.util.List;
import org.postyard.api.delivery.OutboundMessage;
import org.postyard.api.spool.InFlightMark;
import org.postyard.engine.queue.Consignment;

/**
 * One transaction under way.
 *
 * @param consignments whose recipients it serves, in the order of the outbound recipients
 * @param recipients for each outbound recipient its position in the envelope
 */
public record Attempt(
        OutboundMessage outbound,
        List<Consignment> consignments,
        int[] recipients,
        String pool,
        long startedMillis,
        long startedNanos,
        InFlightMark mark) {
    public Attempt {
        consignments = List.copyOf(consignments);
    }
}

package org.postyard.api.spool;

import java.util.List;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;

/**
 * A new message for the spool.
 *
 * @param events one RECEIVED event per recipient, then one final event for each recipient that is final from the start
 * @param finished positions of those recipients
 */
public record Arrival(Message message, Content content, List<DeliveryEvent> events, List<Integer> finished) {
    public Arrival {
        events = List.copyOf(events);
        finished = List.copyOf(finished);
    }
}

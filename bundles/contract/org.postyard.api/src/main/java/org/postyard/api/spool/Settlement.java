package org.postyard.api.spool;

import java.util.List;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.MessageId;

/**
 * New states of recipients of one message, with the events that explain them.
 *
 * @param last whether no recipient is left, so that the message is removed
 */
public record Settlement(MessageId message, List<RecipientState> states, List<DeliveryEvent> events, boolean last) {
    public Settlement {
        states = List.copyOf(states);
        events = List.copyOf(events);
    }
}

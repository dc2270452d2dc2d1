package org.postyard.api.spool;

import java.util.List;
import org.postyard.api.event.DeliveryEvent;

/** A durable write: its events with the sequences that they got. */
public record Committed(List<DeliveryEvent> events) {
    public Committed {
        events = List.copyOf(events);
    }
}

package org.postyard.api.event;

import java.util.List;

/** Whiteboard service that is fed durable events in batches, in order, off the hot path; a slow one loses events, and the loss is counted. */
public interface DeliveryEventListener {
    void eventsHappened(List<DeliveryEvent> events);
}

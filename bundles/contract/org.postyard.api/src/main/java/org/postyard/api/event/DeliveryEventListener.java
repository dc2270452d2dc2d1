package org.postyard.api.event;

import java.util.List;

/**
 * Whiteboard service that is told what happens to mail: an exporter, for example. It gets every durable event of this node
 * from its registration on, in order and in batches, on a thread of its own and off the way of the mail.
 *
 * <p>It may block. A batch that it throws on comes again, so it may see events twice; after 20 failures in a row it gets no
 * more until its slot is opened again. One that falls more than 16,384 events behind loses the older ones, and the loss is counted
 * ({@code postyard_listener_lost_events_total}). Whoever needs what happened before asks {@link EventFeed}. While the service
 * goes away, a call under way gets five seconds and is then interrupted.
 *
 * <p>Registered with the property {@code listener.id}
 * ({@link org.postyard.api.plugin.PluginProperties#LISTENER_ID}).
 */
public interface DeliveryEventListener {
    /** @param events oldest first, never empty */
    void eventsHappened(List<DeliveryEvent> events);
}

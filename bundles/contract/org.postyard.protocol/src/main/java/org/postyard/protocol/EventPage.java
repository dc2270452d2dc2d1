package org.postyard.protocol;

import java.util.List;

/**
 * Events that match a query.
 *
 * @param lastSequence of the last event here; pass it as {@code after} to go on
 * @param more whether the page is full, so that asking for the next makes sense
 */
public record EventPage(List<EventView> events, long lastSequence, boolean more) {
    public EventPage {
        events = List.copyOf(events);
    }
}

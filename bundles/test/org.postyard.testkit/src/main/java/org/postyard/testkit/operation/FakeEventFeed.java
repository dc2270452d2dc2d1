package org.postyard.testkit.operation;

import java.util.ArrayList;
import java.util.List;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventFeed;

/** Events as a test makes them happen, numbered from 1. Thread-safe by one lock. */
public final class FakeEventFeed implements EventFeed {
    private final List<DeliveryEvent> events = new ArrayList<>();

    public synchronized DeliveryEvent happen(DeliveryEvent event) {
        DeliveryEvent numbered = event.withSequence(events.size() + 1L);
        events.add(numbered);
        return numbered;
    }

    @Override
    public synchronized long newestSequence() {
        return events.size();
    }

    @Override
    public synchronized List<DeliveryEvent> after(long sequence, int limit) {
        int from = (int) Math.min(sequence, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }
}

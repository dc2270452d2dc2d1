package org.postyard.api.event;

import java.util.List;

/** Host service to follow the events of this node: the newest from memory, older ones from the journal. Thread-safe. */
public interface EventFeed {
    /** Sequence of the newest durable event; 0 if there was none. */
    long newestSequence();

    /** The next events after a sequence, oldest first, at most {@code limit}; empty if there is none yet. May block on the journal for old ones. */
    List<DeliveryEvent> after(long sequence, int limit);
}

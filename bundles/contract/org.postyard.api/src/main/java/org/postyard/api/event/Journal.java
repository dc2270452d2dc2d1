package org.postyard.api.event;

import java.time.Instant;
import java.util.List;

/**
 * Queryable history of the node's DeliveryEvents; blocking, thread-safe. Never called on the hot path.
 *
 * <p>Times are kept to the microsecond. A text that the database cannot hold (a NUL, more than 10,000 characters) is
 * kept as near to the original as it can be, so that no event is ever refused for what it says.
 */
public interface Journal {
    /**
     * Appends a batch; durable when it returns. Idempotent: an event whose sequence is already there is ignored.
     *
     * @throws JournalUnavailableException if the batch is not durable; the caller offers it again
     */
    void append(List<DeliveryEvent> events);

    /** Events that match, in the query's order. */
    List<DeliveryEvent> find(JournalQuery query);

    /** Highest sequence that was ever durable, removed events included; 0 if there is none. */
    long lastSequence();

    /** Removes events older than this; returns how many. Called rarely, in small steps. */
    long removeBefore(Instant time);
}

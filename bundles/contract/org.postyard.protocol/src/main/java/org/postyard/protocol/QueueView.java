package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * A ScheduledQueue as it is now; all depths in recipients.
 *
 * @param name {@code tenant/campaign/domain}
 * @param oldest when its oldest message was received
 * @param reason what it waits for, in one sentence
 */
public record QueueView(
        String name,
        String tenant,
        String campaign,
        String domain,
        String pool,
        String site,
        long queued,
        long due,
        long waiting,
        long ready,
        long inFlight,
        Optional<Instant> oldest,
        Optional<Instant> nextAttempt,
        boolean held,
        String reason) {}

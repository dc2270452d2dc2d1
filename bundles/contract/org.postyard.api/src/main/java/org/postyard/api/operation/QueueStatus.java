package org.postyard.api.operation;

import java.time.Instant;
import java.util.Optional;

/**
 * A ScheduledQueue as it is now; all depths in recipients.
 *
 * @param queued everything in it: due, waiting for a time, ready and in flight
 * @param due due now, not yet on a path
 * @param waiting for a later time
 * @param ready in the ready queues of its paths
 * @param inFlight in conversations
 * @param oldest when its oldest message was received
 * @param reason what it waits for, in one sentence, with the evidence
 */
public record QueueStatus(
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
        String reason) {
    /** What can be taken from where it is: all but what is in conversations. */
    public long movable() {
        return due + waiting + ready;
    }

    /** What the end of a hold would touch. */
    public long releasable() {
        return held ? queued : 0;
    }

    /** What a reroute to a pool would touch. */
    public long reroutable(String toPool) {
        return pool.equals(toPool) ? 0 : movable();
    }

    /** Name for people and for the API: {@code tenant/campaign/domain}. */
    public String name() {
        return tenant + "/" + campaign + "/" + domain;
    }
}

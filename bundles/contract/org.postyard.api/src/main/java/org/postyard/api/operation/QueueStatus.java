package org.postyard.api.operation;

import java.time.Instant;
import java.util.List;
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
 * @param holds the holds that lie on it, which may be broader than it is
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
        List<QueueFilter> holds,
        String reason) {
    /** What can be taken from where it is: all but what is in conversations. */
    public long movable() {
        return due + waiting + ready;
    }

    public boolean held() {
        return !holds.isEmpty();
    }

    /** What a release of a filter would touch: nothing if a hold that is broader than the filter stays. */
    public long releasable(QueueFilter released) {
        return held() && holds.stream().allMatch(hold -> hold.within(released)) ? queued : 0;
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

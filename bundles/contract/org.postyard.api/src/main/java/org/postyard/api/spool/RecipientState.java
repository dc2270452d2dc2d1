package org.postyard.api.spool;

import java.time.Instant;

/**
 * What must be known of one recipient after a restart.
 *
 * @param index position in the envelope
 * @param finished whether it is final; the rest has no meaning then
 * @param failedAttempts attempts that failed
 * @param nextAttempt not before this time
 * @param reason what it waits for, in one sentence
 * @param delayReported whether the sender was already told of the delay (RFC 3461 §4.1, DELAY)
 */
public record RecipientState(
        int index, boolean finished, int failedAttempts, Instant nextAttempt, String reason, boolean delayReported) {
    public static RecipientState finished(int index) {
        return new RecipientState(index, true, 0, Instant.EPOCH, "", false);
    }
}

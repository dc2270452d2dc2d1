package org.postyard.api.operation;

import java.time.Instant;
import java.util.List;
import org.postyard.api.message.Message;

/** A message that is still in the spool, and where each recipient stands. */
public record MessageStatus(Message message, List<RecipientStatus> recipients) {
    public MessageStatus {
        recipients = List.copyOf(recipients);
    }

    /**
     * One recipient.
     *
     * @param state {@code waiting}, {@code due}, {@code held}, {@code ready}, {@code in flight} or {@code ended}
     * @param reason what it waits for, in one sentence; empty if it ended
     */
    public record RecipientStatus(
            int index, String address, String state, int failedAttempts, Instant nextAttempt, String reason) {}
}

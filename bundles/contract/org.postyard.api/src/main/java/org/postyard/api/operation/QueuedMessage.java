package org.postyard.api.operation;

import java.time.Instant;
import java.util.List;
import org.postyard.api.message.MessageId;

/** One message in a queue, with the recipients that share its fate there. */
public record QueuedMessage(
        MessageId id,
        String queue,
        String sender,
        List<String> recipients,
        int sizeBytes,
        Instant receivedAt,
        int failedAttempts,
        Instant nextAttempt,
        String reason) {
    public QueuedMessage {
        recipients = List.copyOf(recipients);
    }
}

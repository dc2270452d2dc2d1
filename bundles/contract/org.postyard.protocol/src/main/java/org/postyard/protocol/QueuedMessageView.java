package org.postyard.protocol;

import java.time.Instant;
import java.util.List;

/** One message in a queue, with the recipients that share its fate there. */
public record QueuedMessageView(
        String id,
        String queue,
        String sender,
        List<String> recipients,
        int sizeBytes,
        Instant receivedAt,
        int failedAttempts,
        Instant nextAttempt,
        String reason) {
    public QueuedMessageView {
        recipients = List.copyOf(recipients);
    }
}

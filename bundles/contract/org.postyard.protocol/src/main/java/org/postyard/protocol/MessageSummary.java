package org.postyard.protocol;

import java.time.Instant;
import java.util.List;

/** One message that a search found, with those of its recipients that match. */
public record MessageSummary(
        String id,
        Instant receivedAt,
        String sender,
        List<String> recipients,
        String tenant,
        String campaign,
        String messageClass,
        int sizeBytes) {
    public MessageSummary {
        recipients = List.copyOf(recipients);
    }
}

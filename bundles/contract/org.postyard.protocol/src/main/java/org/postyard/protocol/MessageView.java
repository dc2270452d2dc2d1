package org.postyard.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is known of one message.
 *
 * @param inSpool whether any recipient is still to be served
 * @param priority {@code critical}, {@code high}, {@code normal} or {@code low}; empty if the message has left the spool
 * @param history all its events, oldest first, with every attempt and the peer's reply
 */
public record MessageView(
        String id,
        boolean inSpool,
        Optional<Instant> receivedAt,
        String sender,
        String tenant,
        String campaign,
        String messageClass,
        String priority,
        Optional<String> pool,
        int sizeBytes,
        List<RecipientView> recipients,
        List<EventView> history) {
    public MessageView {
        recipients = List.copyOf(recipients);
        history = List.copyOf(history);
    }
}

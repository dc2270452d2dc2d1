package org.postyard.protocol;

import java.time.Instant;
import java.util.Optional;

/**
 * One fact in the life of one recipient of one message.
 *
 * @param kind {@code received}, {@code delivered}, {@code relayed}, {@code deferred}, {@code bounced}, {@code expired}, {@code suppressed}, {@code cancelled}, {@code bounced_later} or {@code complained}
 * @param reason the peer's reply, or why we decided so
 */
public record EventView(
        long sequence,
        String kind,
        Instant time,
        String message,
        int recipientIndex,
        String sender,
        String recipient,
        String tenant,
        String campaign,
        String messageClass,
        Instant receivedAt,
        int sizeBytes,
        String client,
        Optional<AttemptView> attempt,
        String reason) {}

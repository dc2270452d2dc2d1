package org.postyard.api.event;

import java.time.Instant;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;

/**
 * One fact in the life of one recipient of one message. Immutable and final.
 *
 * @param sequence position in the node's history, given by the spool when it makes the event durable; 0 before that.
 *     Rises by one for each event, also over restarts; (node, sequence) identifies an event for ever
 * @param recipientIndex position in the envelope
 * @param client IP address of the client that injected the message; empty for mail of our own
 * @param attempt the attempt that this event ends; {@link AttemptTrace#NONE} if it ends none
 * @param reason one sentence for people: the peer's reply, or why we decided so; empty for RECEIVED
 */
public record DeliveryEvent(
        long sequence,
        EventKind kind,
        Instant time,
        MessageId message,
        int recipientIndex,
        String sender,
        String recipient,
        String tenant,
        String campaign,
        MessageClass messageClass,
        Instant receivedAt,
        int sizeBytes,
        String client,
        AttemptTrace attempt,
        String reason) {

    /** An event of one recipient of a message, not yet durable. */
    public static DeliveryEvent of(
            Message message, EventKind kind, int recipientIndex, Instant time, AttemptTrace attempt, String reason) {
        return new DeliveryEvent(
                0,
                kind,
                time,
                message.id(),
                recipientIndex,
                message.envelope().sender(),
                message.envelope().recipients().get(recipientIndex).address(),
                message.handling().tenant(),
                message.handling().campaign(),
                message.handling().messageClass(),
                message.receivedAt(),
                message.sizeBytes(),
                message.client(),
                attempt,
                reason);
    }

    public DeliveryEvent withSequence(long newSequence) {
        return new DeliveryEvent(
                newSequence,
                kind,
                time,
                message,
                recipientIndex,
                sender,
                recipient,
                tenant,
                campaign,
                messageClass,
                receivedAt,
                sizeBytes,
                client,
                attempt,
                reason);
    }
}

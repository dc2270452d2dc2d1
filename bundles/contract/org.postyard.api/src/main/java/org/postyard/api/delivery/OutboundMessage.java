package org.postyard.api.delivery;

import java.util.List;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.message.Recipient;

/**
 * One transaction to make: a message, its content, and those of its recipients that this conversation is to serve.
 *
 * @param message the message; its envelope may have more recipients than this transaction
 * @param recipients who is to be served, at least one
 */
public record OutboundMessage(Message message, Content content, List<Recipient> recipients) {
    public OutboundMessage {
        if (recipients.isEmpty()) throw new IllegalArgumentException("a transaction needs a recipient");
        recipients = List.copyOf(recipients);
    }
}

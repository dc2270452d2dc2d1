package org.postyard.protocol;

import java.util.List;

/**
 * Messages that match a search, newest first.
 *
 * @param more whether there are older ones that match
 */
public record MessagePage(List<MessageSummary> messages, boolean more) {
    public MessagePage {
        messages = List.copyOf(messages);
    }
}

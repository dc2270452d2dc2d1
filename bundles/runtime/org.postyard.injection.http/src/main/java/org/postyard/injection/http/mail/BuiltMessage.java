package org.postyard.injection.http.mail;

import java.util.List;

/**
 * A message made from its description.
 *
 * @param sender envelope sender
 * @param recipients envelope recipients, bcc included
 * @param bytes headers and body, lines ended by CRLF
 */
public record BuiltMessage(String sender, List<String> recipients, byte[] bytes) {
    public BuiltMessage {
        recipients = List.copyOf(recipients);
    }
}

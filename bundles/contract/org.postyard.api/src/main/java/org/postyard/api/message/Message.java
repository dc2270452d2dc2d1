package org.postyard.api.message;

import java.time.Instant;

/**
 * An accepted message without its content.
 *
 * @param receivedAt when the client handed it over
 * @param client IP address of the client that handed it over, in text form; empty for mail that Postyard wrote itself
 * @param sizeBytes size of the content
 */
public record Message(
        MessageId id, Envelope envelope, Handling handling, Instant receivedAt, String client, int sizeBytes) {}

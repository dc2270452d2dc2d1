package org.postyard.api.injection;

import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;

/**
 * A message as a client hands it over, trace headers already added.
 *
 * @param client IP address of the client, in text form
 */
public record Submission(Envelope envelope, Handling handling, Content content, String client) {}

package org.postyard.api.routing;

import org.postyard.api.message.Message;

/**
 * The attempt that needs a way out.
 *
 * @param pool id of the pool that is to carry it
 * @param message the message, without content
 * @param domain domain of the recipients
 * @param attempt 1 for the first
 * @param pick number of this proposal in its pool: counts the proposals that were followed, so that rotation needs no state
 */
public record RoutingRequest(String pool, Message message, String domain, int attempt, long pick) {}

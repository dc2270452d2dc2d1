package org.postyard.api.delivery;

/**
 * The outcome of an attempt for one recipient.
 *
 * @param index position in {@link OutboundMessage#recipients()}
 */
public record RecipientResult(int index, AttemptResult result) {}

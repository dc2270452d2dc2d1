package org.postyard.protocol;

/**
 * What an action did, or, as a preview, would do.
 *
 * @param done false if nothing was changed
 * @param touched queues, servers or recipients
 * @param text one sentence for people
 */
public record ActionView(boolean done, long touched, String text) {}

package org.postyard.api.operation;

/**
 * What an action did.
 *
 * @param done false if nothing was changed
 * @param touched queues, servers or recipients that it changed
 * @param text one sentence for people: what was done, or why not and what to do instead
 */
public record ActionResult(boolean done, long touched, String text) {}

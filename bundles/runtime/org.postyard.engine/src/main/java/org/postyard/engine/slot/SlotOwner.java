package org.postyard.engine.slot;

/**
 * Who provides the service in a slot.
 *
 * @param kind {@code balancer}, {@code connector} or {@code listener}
 * @param id the plug-in's id
 * @param serviceId {@code service.id}, which keys the slot
 * @param ranking {@code service.ranking}: of several open slots of one id the highest serves
 */
public record SlotOwner(String kind, String id, long serviceId, int ranking, String bundle, String version) {}

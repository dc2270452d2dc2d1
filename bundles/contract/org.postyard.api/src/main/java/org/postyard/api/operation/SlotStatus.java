package org.postyard.api.operation;

/**
 * The engine's holder of one plug-in service.
 *
 * @param kind {@code balancer}, {@code connector} or {@code listener}
 * @param id the plug-in's id, for example {@code round-robin}
 * @param serviceId {@code service.id}
 * @param leases calls under way
 * @param failures calls that threw, since it was bound
 * @param reason one sentence on the state
 */
public record SlotStatus(
        String kind,
        String id,
        long serviceId,
        String bundle,
        String version,
        State state,
        int leases,
        long calls,
        long failures,
        String reason) {

    /** Life of a slot. */
    public enum State {
        OPEN,
        DRAINING,
        CLOSED
    }
}

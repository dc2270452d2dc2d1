package org.postyard.api.routing;

/**
 * Proposes the way out for the next attempt. Pure: no I/O, no clock, no state; equal arguments give equal proposals.
 *
 * <p>Registered as an OSGi service with the property {@code balancer.id}
 * ({@link org.postyard.api.plugin.PluginProperties#BALANCER_ID}). Called by one engine thread at a time; must return
 * within microseconds. The engine checks every limit after the proposal.
 */
public interface Balancer {
    Selection select(RoutingRequest request, FleetView fleet);
}

package org.postyard.api.fleet;

/** Whiteboard service that is told of the fleet: once when it is registered, then at each change. Must not block. */
public interface FleetListener {
    void fleetChanged(Fleet fleet);
}

package org.postyard.protocol;

/** The engine's holder of one plug-in service, with the calls that are under way (leases), made and failed. */
public record SlotView(
        String kind,
        String id,
        long serviceId,
        String bundle,
        String version,
        String state,
        int leases,
        long calls,
        long failures,
        String reason) {}

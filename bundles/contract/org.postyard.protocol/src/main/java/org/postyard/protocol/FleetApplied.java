package org.postyard.protocol;

import java.util.List;

/** A fleet document that was applied, and what it changed. */
public record FleetApplied(FleetVersionView version, List<String> changes) {
    public FleetApplied {
        changes = List.copyOf(changes);
    }
}

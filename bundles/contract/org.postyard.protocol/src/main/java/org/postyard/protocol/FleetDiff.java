package org.postyard.protocol;

import java.util.List;

/** What would change if a fleet document were applied, one line for each part. */
public record FleetDiff(List<String> changes) {
    public FleetDiff {
        changes = List.copyOf(changes);
    }
}

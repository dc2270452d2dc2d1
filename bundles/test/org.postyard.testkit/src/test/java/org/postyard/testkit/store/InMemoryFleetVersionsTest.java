package org.postyard.testkit.store;

import org.postyard.api.fleet.FleetVersions;

class InMemoryFleetVersionsTest implements FleetVersionsContract {
    private final FleetVersions subject = new InMemoryFleetVersions();

    @Override
    public FleetVersions fleetVersions() {
        return subject;
    }
}

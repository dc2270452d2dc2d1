package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.fleet.FleetVersions;
import org.postyard.testkit.store.FleetVersionsContract;

class H2FleetVersionsTest implements FleetVersionsContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public FleetVersions fleetVersions() {
        return store.services().fleetVersions();
    }
}

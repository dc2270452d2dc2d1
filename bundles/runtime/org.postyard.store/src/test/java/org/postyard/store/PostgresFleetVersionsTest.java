package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.fleet.FleetVersions;
import org.postyard.testkit.store.FleetVersionsContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresFleetVersionsTest implements FleetVersionsContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public FleetVersions fleetVersions() {
        return store.services().fleetVersions();
    }
}

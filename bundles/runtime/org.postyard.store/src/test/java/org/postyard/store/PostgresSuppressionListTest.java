package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.SuppressionListContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresSuppressionListTest implements SuppressionListContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public SuppressionList suppressions() {
        return store.services().suppressions();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

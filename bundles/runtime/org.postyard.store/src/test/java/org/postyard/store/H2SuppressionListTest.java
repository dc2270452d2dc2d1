package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.SuppressionListContract;

class H2SuppressionListTest implements SuppressionListContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public SuppressionList suppressions() {
        return store.services().suppressions();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

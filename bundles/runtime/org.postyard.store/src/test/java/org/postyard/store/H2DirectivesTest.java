package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.operation.Directives;
import org.postyard.testkit.store.DirectivesContract;

class H2DirectivesTest implements DirectivesContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public Directives directives() {
        return store.services().directives();
    }
}

package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.access.ApiKeys;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.ApiKeysContract;

class H2ApiKeysTest implements ApiKeysContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public ApiKeys apiKeys() {
        return store.services().apiKeys();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

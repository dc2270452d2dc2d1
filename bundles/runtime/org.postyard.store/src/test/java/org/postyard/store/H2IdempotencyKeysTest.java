package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.IdempotencyKeysContract;

class H2IdempotencyKeysTest implements IdempotencyKeysContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public IdempotencyKeys idempotencyKeys() {
        return store.services().idempotencyKeys();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.IdempotencyKeysContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresIdempotencyKeysTest implements IdempotencyKeysContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public IdempotencyKeys idempotencyKeys() {
        return store.services().idempotencyKeys();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

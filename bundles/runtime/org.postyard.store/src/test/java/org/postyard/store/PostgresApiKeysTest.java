package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.access.ApiKeys;
import org.postyard.testkit.ManualClock;
import org.postyard.testkit.store.ApiKeysContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresApiKeysTest implements ApiKeysContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public ApiKeys apiKeys() {
        return store.services().apiKeys();
    }

    @Override
    public ManualClock clock() {
        return store.clock();
    }
}

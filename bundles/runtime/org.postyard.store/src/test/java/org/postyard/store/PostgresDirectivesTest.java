package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.operation.Directives;
import org.postyard.testkit.store.DirectivesContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresDirectivesTest implements DirectivesContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public Directives directives() {
        return store.services().directives();
    }
}

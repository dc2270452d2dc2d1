package org.postyard.store;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.event.Journal;
import org.postyard.testkit.store.JournalContract;

@DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
class PostgresJournalTest implements JournalContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.postgres();

    @Override
    public Journal journal() {
        return store.services().journal();
    }
}

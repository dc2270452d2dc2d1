package org.postyard.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.api.event.Journal;
import org.postyard.testkit.store.JournalContract;

class H2JournalTest implements JournalContract {
    @RegisterExtension
    final StoreUnderTest store = StoreUnderTest.h2();

    @Override
    public Journal journal() {
        return store.services().journal();
    }
}

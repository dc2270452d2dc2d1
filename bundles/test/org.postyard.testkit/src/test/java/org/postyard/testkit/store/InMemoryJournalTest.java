package org.postyard.testkit.store;

import org.postyard.api.event.Journal;

class InMemoryJournalTest implements JournalContract {
    private final Journal subject = new InMemoryJournal();

    @Override
    public Journal journal() {
        return subject;
    }
}

package org.postyard.spool.rocksdb;

import java.util.concurrent.atomic.AtomicLong;

/** What the spool knows without asking the disk. Changed by the thread of the spool only. */
final class Memory {
    private final ContentCache contents;
    private final InFlightMarks marks;
    private StateIndex states = new StateIndex();
    private final AtomicLong removedMessages = new AtomicLong();
    private long forgottenSequence;

    Memory(ContentCache contents, InFlightMarks marks) {
        this.contents = contents;
        this.marks = marks;
    }

    ContentCache contents() {
        return contents;
    }

    InFlightMarks marks() {
        return marks;
    }

    /** Which messages have states on the disk; perhaps more than there are, never fewer. */
    StateIndex states() {
        return states;
    }

    void statesAre(StateIndex found) {
        states = found;
    }

    void messageRemoved(long id) {
        contents.remove(id);
        states.remove(id);
        removedMessages.incrementAndGet();
    }

    /** Messages that were removed since the spool was opened; for any thread. */
    long removedMessages() {
        return removedMessages.get();
    }

    /** Events up to this sequence are gone. */
    long forgottenSequence() {
        return forgottenSequence;
    }

    void forgotten(long upToSequence) {
        forgottenSequence = Math.max(forgottenSequence, upToSequence);
    }
}

package org.postyard.spool.rocksdb;

/** What the spool knows without asking the disk. Changed by the thread of the spool only. */
final class Memory {
    private final ContentCache contents;
    private final InFlightMarks marks;
    private StateIndex states = new StateIndex();
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

    /** Events up to this sequence are gone. */
    long forgottenSequence() {
        return forgottenSequence;
    }

    void forgotten(long upToSequence) {
        forgottenSequence = Math.max(forgottenSequence, upToSequence);
    }
}

package org.postyard.simulator;

import java.util.ArrayList;
import java.util.List;

/** One conversation as its provider sees it. Guarded by the provider's lock. */
final class Visit {
    private final SourceState source;
    private final List<String> recipients = new ArrayList<>();
    private int messages;
    private boolean open = true;

    Visit(SourceState source) {
        this.source = source;
    }

    SourceState source() {
        return source;
    }

    /** Recipients of the transaction under way. */
    List<String> recipients() {
        return recipients;
    }

    int messages() {
        return messages;
    }

    void countMessage() {
        messages++;
    }

    /** Marks the conversation as over; false if it was already. */
    boolean close() {
        boolean wasOpen = open;
        open = false;
        return wasOpen;
    }
}

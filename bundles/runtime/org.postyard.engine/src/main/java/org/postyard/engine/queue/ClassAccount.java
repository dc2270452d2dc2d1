package org.postyard.engine.queue;

import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageClass;
import org.postyard.api.spool.Counts;

/** The ledger of one message class, in recipients, as the dispatcher counts it. Dispatcher thread only. */
public final class ClassAccount {
    private final MessageClass messageClass;
    private Counts counts;

    public ClassAccount(MessageClass messageClass, Counts before) {
        this.messageClass = messageClass;
        this.counts = before;
    }

    public MessageClass messageClass() {
        return messageClass;
    }

    public Counts counts() {
        return counts;
    }

    /** Counts one event of one recipient. */
    public void count(EventKind kind) {
        counts = counts.plus(kind);
    }
}

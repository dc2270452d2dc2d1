package org.postyard.spool.rocksdb;

import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.RecipientState;
import org.rocksdb.RocksDBException;

/** The wish to keep a new message. */
final class AcceptRequest extends Request {
    private static final int OVERHEAD_BYTES = 1000;

    private final Arrival arrival;
    private final byte[] message;

    AcceptRequest(Arrival arrival) {
        super(arrival.events());
        this.arrival = arrival;
        this.message = MessageCodec.encode(arrival.message());
    }

    Arrival wanted() {
        return arrival;
    }

    @Override
    void describe(Draft draft) throws RocksDBException {
        long id = arrival.message().id().value();
        draft.addMessage(id, message, arrival.content().bytes());
        for (int index : arrival.finished()) draft.putState(id, RecipientState.finished(index));
    }

    @Override
    void remember(Memory memory) {
        memory.contents().put(arrival.message().id().value(), arrival.content());
    }

    @Override
    boolean arrival() {
        return true;
    }

    @Override
    long sizeBytes() {
        return arrival.content().sizeBytes() + OVERHEAD_BYTES;
    }
}

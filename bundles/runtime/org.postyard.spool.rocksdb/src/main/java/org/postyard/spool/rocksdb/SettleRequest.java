package org.postyard.spool.rocksdb;

import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Settlement;
import org.rocksdb.RocksDBException;

/** The wish to keep new states of a message, or to remove it. */
final class SettleRequest extends Request {
    private static final int OVERHEAD_BYTES = 300;

    private final Settlement settlement;

    SettleRequest(Settlement settlement) {
        super(settlement.events());
        this.settlement = settlement;
    }

    Settlement wanted() {
        return settlement;
    }

    @Override
    void describe(Draft draft) throws RocksDBException {
        long id = settlement.message().value();
        if (settlement.last()) draft.removeMessage(id);
        else for (RecipientState state : settlement.states()) draft.putState(id, state);
    }

    @Override
    void remember(Memory memory) {
        long id = settlement.message().value();
        memory.marks().settled(id);
        if (settlement.last()) memory.messageRemoved(id);
    }

    @Override
    boolean arrival() {
        return false;
    }

    @Override
    long sizeBytes() {
        return OVERHEAD_BYTES
                * (1L + settlement.states().size() + settlement.events().size());
    }
}

package org.postyard.spool.rocksdb;

import java.util.List;
import org.rocksdb.RocksDBException;

/** The wish to forget events; nobody waits for it. */
final class ForgetRequest extends Request {
    private static final int SIZE_BYTES = 50;

    private final long upToSequence;
    private long forgotten;

    ForgetRequest(long upToSequence) {
        super(List.of());
        this.upToSequence = upToSequence;
    }

    @Override
    void describe(Draft draft) throws RocksDBException {
        forgotten = draft.forgetEvents(upToSequence);
    }

    @Override
    void remember(Memory memory) {
        memory.forgotten(forgotten);
    }

    @Override
    boolean arrival() {
        return false;
    }

    @Override
    long sizeBytes() {
        return SIZE_BYTES;
    }
}

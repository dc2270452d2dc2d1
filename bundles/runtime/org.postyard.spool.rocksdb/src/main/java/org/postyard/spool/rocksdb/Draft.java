package org.postyard.spool.rocksdb;

import java.util.ArrayList;
import java.util.List;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.spool.RecipientState;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** One write while it is put together from requests: the batch for RocksDB and the tally that goes with it. */
final class Draft {
    private final Database database;
    private final WriteBatch batch;
    private final Memory memory;
    private final Tally.Next next;
    private final long sequenceBefore;
    private boolean sync;

    /** @param batch an empty one, which belongs to the caller */
    Draft(Database database, WriteBatch batch, Memory memory, Tally before) {
        this.database = database;
        this.batch = batch;
        this.memory = memory;
        this.next = new Tally.Next(before);
        this.sequenceBefore = before.sequence();
    }

    void addMessage(long id, byte[] message, byte[] content) throws RocksDBException {
        byte[] key = Keys.of(id);
        batch.put(database.messages(), key, message);
        batch.put(database.contents(), key, content);
        next.messageAdded();
        sync = true;
    }

    /** Each message is put once, so that single deletes may be used: they vanish together with what they delete. */
    void removeMessage(long id) throws RocksDBException {
        byte[] key = Keys.of(id);
        batch.singleDelete(database.messages(), key);
        batch.singleDelete(database.contents(), key);
        int reach = memory.states().reach(id);
        for (int index = 0; index < reach; index++) batch.delete(database.states(), Keys.of(id, index));
        next.messageRemoved();
        sync = true;
    }

    void putState(long id, RecipientState state) throws RocksDBException {
        batch.put(database.states(), Keys.of(id, state.index()), StateCodec.encode(state));
        memory.states().add(id, state.index());
        sync = true;
    }

    List<DeliveryEvent> append(List<DeliveryEvent> events, byte[][] encoded) throws RocksDBException {
        List<DeliveryEvent> numbered = new ArrayList<>(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            DeliveryEvent event = events.get(i);
            long sequence = next.count(event.kind(), event.messageClass());
            batch.put(database.events(), Keys.of(sequence), encoded[i]);
            numbered.add(event.withSequence(sequence));
            sync = true;
        }
        return numbered;
    }

    /** Forgets events of earlier writes; gives the last sequence that is gone. */
    long forgetEvents(long upToSequence) throws RocksDBException {
        long from = memory.forgottenSequence() + 1;
        long upTo = Math.min(upToSequence, sequenceBefore);
        if (from <= upTo) batch.deleteRange(database.events(), Keys.of(from), Keys.of(upTo + 1));
        return upTo;
    }

    /** Writes it; durable when it returns, unless it only forgets. Gives the new tally. */
    Tally write(Disk disk) throws RocksDBException {
        Tally tally = next.tally();
        database.put(batch, tally);
        disk.write(database, batch, sync);
        return tally;
    }

    /** Number of this write. */
    long number() {
        return next.write();
    }

    /** Brings a batch to the disk; a seam for tests of disks that fail. */
    interface Disk {
        void write(Database database, WriteBatch batch, boolean sync) throws RocksDBException;
    }
}

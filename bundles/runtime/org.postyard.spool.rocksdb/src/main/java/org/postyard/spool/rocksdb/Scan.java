package org.postyard.spool.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.message.MessageId;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Recovered;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Walks through the database in the order of its keys. */
final class Scan {
    private Scan() {}

    /** Messages and their states lie in the same order, so that one walk along both finds everything. */
    static void messages(Database database, InFlightMarks marks, Consumer<Recovered> visitor) throws RocksDBException {
        Interner interner = new Interner();
        try (RocksIterator messages = database.scan(database.messages());
                RocksIterator states = database.scan(database.states())) {
            states.seekToFirst();
            for (messages.seekToFirst(); messages.isValid(); messages.next()) {
                long id = Keys.numberOf(messages.key());
                List<RecipientState> found = statesOf(id, states);
                visitor.accept(new Recovered(
                        MessageCodec.decode(id, messages.value(), interner), found, marks.interrupted(id)));
            }
            messages.status();
            states.status();
        }
    }

    private static List<RecipientState> statesOf(long id, RocksIterator states) {
        List<RecipientState> found = List.of();
        for (; states.isValid(); states.next()) {
            byte[] key = states.key();
            long owner = Keys.numberOf(key);
            if (owner > id) break;
            if (owner < id) continue;
            if (found.isEmpty()) found = new ArrayList<>();
            found.add(StateCodec.decode(Keys.indexOf(key), states.value()));
        }
        return found;
    }

    static List<DeliveryEvent> events(Database database, long afterSequence, int limit) throws RocksDBException {
        List<DeliveryEvent> found = new ArrayList<>();
        try (RocksIterator events = database.scan(database.events())) {
            events.seek(Keys.of(afterSequence + 1));
            for (; events.isValid() && found.size() < limit; events.next())
                found.add(EventCodec.decode(Keys.numberOf(events.key()), events.value()));
            events.status();
        }
        return found;
    }

    static StateIndex states(Database database) throws RocksDBException {
        StateIndex index = new StateIndex();
        try (RocksIterator states = database.scan(database.states())) {
            for (states.seekToFirst(); states.isValid(); states.next()) {
                byte[] key = states.key();
                index.add(Keys.numberOf(key), Keys.indexOf(key));
            }
            states.status();
        }
        return index;
    }

    /** Whether the message is held. */
    static boolean holds(Database database, MessageId id) throws RocksDBException {
        return database.get(database.messages(), Keys.of(id.value())) != null;
    }
}

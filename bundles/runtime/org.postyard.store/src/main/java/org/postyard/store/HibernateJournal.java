package org.postyard.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.event.JournalUnavailableException;
import org.postyard.api.operation.StoreUnavailableException;

/** The journal of one node in the database. One writer at a time, by one lock; readers do not wait for it. */
final class HibernateJournal implements Journal {
    private final Database database;
    private final int node;
    private Optional<JournalMemory> memory = Optional.empty();

    HibernateJournal(Database database) {
        this.database = database;
        this.node = database.settings().node();
    }

    @Override
    public synchronized void append(List<DeliveryEvent> events) {
        if (events.isEmpty()) return;
        withJournalException(() -> {
            try {
                appendOnce(events);
            } catch (ConstraintViolationException firstOfTwo) {
                // A commit whose answer was lost has left more than the memory knew; it was thrown away and is read
                // anew.
                appendOnce(events);
            }
            return events.size();
        });
    }

    private void appendOnce(List<DeliveryEvent> events) {
        JournalMemory current = memory.orElseGet(() -> database.read(session -> JournalMemory.load(session, node)));
        memory = Optional.empty();
        database.write(session -> {
            current.append(session, events);
            return events.size();
        });
        memory = Optional.of(current);
    }

    @Override
    public List<DeliveryEvent> find(JournalQuery query) {
        return withJournalException(() -> database.read(session -> new JournalSearch(session, query, node)
                .run().stream().map(JournalRow::event).toList()));
    }

    @Override
    public long lastSequence() {
        return withJournalException(
                () -> database.read(session -> JournalMemory.load(session, node).lastSequence()));
    }

    @Override
    public long removeBefore(Instant time) {
        long micros = Microseconds.of(time);
        return withJournalException(() -> {
            long removed = 0;
            for (EraRow era : erasBefore(micros)) removed += removeBefore(era, micros);
            return removed;
        });
    }

    private List<EraRow> erasBefore(long micros) {
        return database.read(session -> session.createSelectionQuery(
                        "from EraRow r where r.era between :first and :last and r.earliestMicros < :time order by r.era",
                        EraRow.class)
                .setParameter("first", EventPlace.firstEra(node))
                .setParameter("last", EventPlace.lastEra(node))
                .setParameter("time", micros)
                .getResultList());
    }

    /** One step, so that the writer never waits for more than one era. */
    private synchronized long removeBefore(EraRow seen, long micros) {
        memory = Optional.empty();
        return database.write(session -> {
            EraRow era = session.get(EraRow.class, seen.era());
            if (era == null) return 0;
            int removed = session.createMutationQuery(
                            "delete from JournalRow e where e.id between :first and :last and e.timeMicros < :time")
                    .setParameter("first", EventPlace.firstId(era.era()))
                    .setParameter("last", EventPlace.lastId(era.era()))
                    .setParameter("time", micros)
                    .executeUpdate();
            if (era.latestMicros() < micros) forget(session, era);
            else session.update(new EraRow(era.era(), micros, era.latestMicros()));
            return removed;
        });
    }

    private static void forget(StatelessSession session, EraRow era) {
        session.createMutationQuery("delete from SightingRow s where s.sighting between :first and :last")
                .setParameter("first", EventPlace.firstKey(era.era()))
                .setParameter("last", EventPlace.lastKey(era.era()))
                .executeUpdate();
        session.delete(era);
    }

    private static <T> T withJournalException(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailableException | ConstraintViolationException e) {
            throw new JournalUnavailableException("the journal is unavailable: " + Availability.rootReason(e), e);
        }
    }
}

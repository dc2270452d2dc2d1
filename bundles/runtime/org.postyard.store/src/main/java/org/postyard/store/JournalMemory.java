package org.postyard.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.StatelessSession;
import org.postyard.api.event.DeliveryEvent;

/**
 * What the writer of the journal knows by heart: the last sequence, and span and sightings of the newest eras. To be thrown
 * away after a failed transaction. Not thread-safe: the journal's lock guards it.
 */
final class JournalMemory {
    private static final int ERAS_KEPT = 4;
    private static final int IDS_PER_QUESTION = 1_000;

    private static final String INSERT = "insert into journal_event (" + String.join(", ", JournalRow.COLUMNS)
            + ") values (" + "?, ".repeat(JournalRow.COLUMNS.size() - 1) + "?)";

    private final int node;
    private final Map<Long, Era> eras = new LinkedHashMap<>();
    private boolean nodeKnown;
    private long lastSequence;

    private JournalMemory(int node, Optional<NodeRow> row) {
        this.node = node;
        nodeKnown = row.isPresent();
        lastSequence = row.map(NodeRow::lastSequence).orElse(0L);
    }

    static JournalMemory load(StatelessSession session, int node) {
        return new JournalMemory(node, Optional.ofNullable(session.get(NodeRow.class, node)));
    }

    long lastSequence() {
        return lastSequence;
    }

    /** Keeps those events that are not there yet. */
    void append(StatelessSession session, List<DeliveryEvent> events) {
        TreeMap<Long, DeliveryEvent> fresh = new TreeMap<>();
        for (DeliveryEvent event : events) fresh.putIfAbsent(event.sequence(), event);
        removeKnown(session, fresh);
        if (!fresh.isEmpty()) insert(session, fresh);
    }

    private void removeKnown(StatelessSession session, TreeMap<Long, DeliveryEvent> fresh) {
        List<Long> doubtful = fresh.headMap(lastSequence, true).keySet().stream()
                .map(sequence -> EventPlace.id(node, sequence))
                .toList();
        for (int i = 0; i < doubtful.size(); i += IDS_PER_QUESTION) {
            session.createSelectionQuery("select e.id from JournalRow e where e.id in (:ids)", Long.class)
                    .setParameterList("ids", doubtful.subList(i, Math.min(doubtful.size(), i + IDS_PER_QUESTION)))
                    .getResultList()
                    .forEach(id -> fresh.remove(EventPlace.sequence(id)));
        }
    }

    private void insert(StatelessSession session, TreeMap<Long, DeliveryEvent> fresh) {
        List<JournalRow> rows = new ArrayList<>(fresh.size());
        List<SightingRow> sightings = new ArrayList<>();
        Set<Era> touched = new HashSet<>();
        for (DeliveryEvent event : fresh.values()) {
            JournalRow row = new JournalRow(node, event);
            rows.add(row);
            Era era = era(session, EventPlace.era(row.id()));
            touched.add(era);
            era.include(event, row.timeMicros(), sightings);
        }
        session.doWork(connection -> insert(connection, rows));
        session.insertMultiple(sightings);
        for (Era era : touched) era.store(session);
        storeLastSequence(session, fresh.lastKey());
    }

    /** By plain JDBC: these are nearly all rows that are ever written, and the mapping would cost CPU for each. */
    private static void insert(Connection connection, List<JournalRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).bind(statement);
                statement.addBatch();
                if ((i + 1) % SessionFactoryOwner.BATCH_SIZE == 0) statement.executeBatch();
            }
            statement.executeBatch();
        }
    }

    private void storeLastSequence(StatelessSession session, long sequence) {
        lastSequence = Math.max(lastSequence, sequence);
        NodeRow row = new NodeRow(node, lastSequence);
        if (nodeKnown) session.update(row);
        else session.insert(row);
        nodeKnown = true;
    }

    private Era era(StatelessSession session, long number) {
        Era known = eras.get(number);
        if (known != null) return known;
        Era loaded = Era.load(session, number);
        eras.put(number, loaded);
        if (eras.size() > ERAS_KEPT) eras.remove(eras.keySet().iterator().next());
        return loaded;
    }

    /** One era as the database has it, or will have after the transaction. */
    private static final class Era {
        private final long number;
        private final Set<Integer> seen;
        private Optional<EraRow> span;
        private boolean stored;

        private Era(long number, Optional<EraRow> span, Set<Integer> seen) {
            this.number = number;
            this.span = span;
            this.seen = seen;
            this.stored = span.isPresent();
        }

        static Era load(StatelessSession session, long number) {
            Set<Integer> seen = new HashSet<>();
            session.createSelectionQuery(
                            "select s.sighting from SightingRow s where s.sighting between :first and :last",
                            Long.class)
                    .setParameter("first", EventPlace.firstKey(number))
                    .setParameter("last", EventPlace.lastKey(number))
                    .getResultList()
                    .forEach(key -> seen.add(EventPlace.hashOfKey(key)));
            return new Era(number, Optional.ofNullable(session.get(EraRow.class, number)), seen);
        }

        void include(DeliveryEvent event, long micros, List<SightingRow> added) {
            span = Optional.of(
                    span.map(row -> row.including(micros)).orElseGet(() -> new EraRow(number, micros, micros)));
            Sightings.of(event, hash -> {
                if (seen.add(hash)) added.add(new SightingRow(EventPlace.key(number, hash)));
            });
        }

        void store(StatelessSession session) {
            EraRow row = span.orElseThrow();
            if (stored) session.update(row);
            else session.insert(row);
            stored = true;
        }
    }
}

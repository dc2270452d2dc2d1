package org.postyard.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;

/**
 * Answers one question to the journal: by the index of messages or of recipients if it names one, else era by era in the
 * order that is asked for, skipping eras that cannot have an answer, until the limit is reached.
 */
final class JournalSearch {
    private static final int ERAS_PER_STEP = 128;

    private final StatelessSession session;
    private final JournalQuery query;
    private final int node;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    JournalSearch(StatelessSession session, JournalQuery query, int node) {
        this.session = session;
        this.query = query;
        this.node = node;
        collectConditions();
    }

    static boolean isDomain(String address) {
        return address.startsWith("@");
    }

    private void collectConditions() {
        if (!query.kinds().isEmpty())
            condition(
                    "e.kind in (:kinds)",
                    "kinds",
                    query.kinds().stream().map(EventKind::name).toList());
        query.message().ifPresent(id -> condition("e.messageId = :message", "message", id.value()));
        address("recipient", query.recipient());
        address("sender", query.sender());
        equal("tenant", query.tenant());
        equal("campaign", query.campaign());
        equal("source", query.source());
        equal("server", query.server());
        equal("provider", query.provider());
        query.from().ifPresent(from -> condition("e.timeMicros >= :from", "from", Microseconds.of(from)));
        query.until().ifPresent(until -> condition("e.timeMicros < :until", "until", Microseconds.of(until)));
        if (query.unconfirmedOnly()) conditions.add("e.unconfirmed = true");
    }

    private void condition(String text, String name, Object value) {
        conditions.add(text);
        parameters.put(name, value);
    }

    private void equal(String property, Optional<String> wanted) {
        wanted.ifPresent(text -> condition("e." + property + " = :" + property, property, text));
    }

    private void address(String property, Optional<String> wanted) {
        wanted.map(text -> text.toLowerCase(Locale.ROOT)).ifPresent(text -> {
            String lower = "lower(e." + property + ")";
            String compared = isDomain(text) ? "right(" + lower + ", " + text.length() + ")" : lower;
            condition(compared + " = :" + property, property, text);
        });
    }

    List<JournalRow> run() {
        if (query.message().isPresent()) return ordered(ofMessage());
        List<Long> eras = eras();
        List<JournalRow> found = new ArrayList<>();
        for (int i = 0; i < eras.size() && found.size() < query.limit(); i += ERAS_PER_STEP) {
            List<Long> step = eras.subList(i, Math.min(eras.size(), i + ERAS_PER_STEP));
            if (byRecipient()) found.addAll(ordered(ofRecipient(step)));
            else addByScan(step, found);
        }
        return found.size() > query.limit() ? found.subList(0, query.limit()) : found;
    }

    private boolean byRecipient() {
        return query.recipient().filter(address -> !isDomain(address)).isPresent();
    }

    private List<JournalRow> ofMessage() {
        return question(List.of("e.id between :first and :last"), "")
                .setParameter("first", firstId())
                .setParameter("last", EventPlace.lastId(EventPlace.lastEra(node)))
                .getResultList();
    }

    private long firstId() {
        return EventPlace.id(node, query.afterSequence() + 1);
    }

    private List<JournalRow> ordered(List<JournalRow> rows) {
        Comparator<JournalRow> ascending = Comparator.comparingLong(JournalRow::id);
        return rows.stream()
                .sorted(query.newestFirst() ? ascending.reversed() : ascending)
                .limit(query.limit())
                .toList();
    }

    private List<Long> eras() {
        return session.createSelectionQuery(
                        "select r.era from EraRow r where r.era between :first and :last"
                                + " and r.latestMicros >= :from and r.earliestMicros < :until order by r.era "
                                + direction(),
                        Long.class)
                .setParameter("first", EventPlace.era(firstId()))
                .setParameter("last", EventPlace.lastEra(node))
                .setParameter("from", query.from().map(Microseconds::of).orElse(Long.MIN_VALUE))
                .setParameter("until", query.until().map(Microseconds::of).orElse(Long.MAX_VALUE))
                .getResultList();
    }

    private String direction() {
        return query.newestFirst() ? "desc" : "asc";
    }

    private List<JournalRow> ofRecipient(List<Long> eras) {
        int hash = Sightings.hashOfRecipient(query.recipient().orElseThrow());
        List<Long> keys = eras.stream().map(era -> EventPlace.key(era, hash)).toList();
        return question(List.of("e.recipientKey in (:keys)", "e.id >= :first"), "")
                .setParameterList("keys", keys)
                .setParameter("first", firstId())
                .getResultList();
    }

    private void addByScan(List<Long> eras, List<JournalRow> found) {
        for (Long era : withSightings(eras)) {
            int missing = query.limit() - found.size();
            if (missing <= 0) return;
            found.addAll(question(List.of("e.id between :first and :last"), " order by e.id " + direction())
                    .setParameter("first", Math.max(firstId(), EventPlace.firstId(era)))
                    .setParameter("last", EventPlace.lastId(era))
                    .setMaxResults(missing)
                    .getResultList());
        }
    }

    private List<Long> withSightings(List<Long> eras) {
        List<Set<Integer>> wanted = Sightings.wantedBy(query);
        if (wanted.isEmpty()) return eras;
        Set<Long> seen = sightings(eras, wanted);
        return eras.stream()
                .filter(era -> wanted.stream()
                        .allMatch(hashes -> hashes.stream().anyMatch(hash -> seen.contains(EventPlace.key(era, hash)))))
                .toList();
    }

    private Set<Long> sightings(List<Long> eras, List<Set<Integer>> wanted) {
        List<Long> keys = new ArrayList<>();
        for (Long era : eras)
            for (Set<Integer> hashes : wanted) for (int hash : hashes) keys.add(EventPlace.key(era, hash));
        return new HashSet<>(session.createSelectionQuery(
                        "select s.sighting from SightingRow s where s.sighting in (:keys)", Long.class)
                .setParameterList("keys", keys)
                .getResultList());
    }

    private SelectionQuery<JournalRow> question(List<String> place, String order) {
        List<String> all = new ArrayList<>(place);
        all.addAll(conditions);
        SelectionQuery<JournalRow> question = session.createSelectionQuery(
                "from JournalRow e where " + String.join(" and ", all) + order, JournalRow.class);
        parameters.forEach((name, value) -> {
            if (value instanceof List<?> values) question.setParameterList(name, values);
            else question.setParameter(name, value);
        });
        return question;
    }
}

package org.postyard.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.postyard.api.suppression.Suppression;
import org.postyard.api.suppression.SuppressionList;

/**
 * Suppressions in the database, with all of them in memory for {@link #match}. Changes of one address take turns by a
 * striped lock, so that database and memory never disagree about which came last.
 */
final class HibernateSuppressionList implements SuppressionList {
    private static final int PAGE = 5_000;
    private static final int STRIPES = 64;
    private static final int MAX_ADDRESS_LENGTH = 1_000;
    private static final int MAX_TENANT_LENGTH = 200;

    private final Database database;
    private final Clock clock;
    private final SuppressionIndex index;
    private final ReentrantReadWriteLock manyAtOnce = new ReentrantReadWriteLock();
    private final List<Object> stripes;

    private HibernateSuppressionList(Database database, Clock clock, SuppressionIndex index) {
        this.database = database;
        this.clock = clock;
        this.index = index;
        List<Object> locks = new ArrayList<>();
        for (int i = 0; i < STRIPES; i++) locks.add(new Object());
        this.stripes = List.copyOf(locks);
    }

    /** Reads all entries into memory; blocks. */
    static HibernateSuppressionList load(Database database, Clock clock) {
        HibernateSuppressionList list = new HibernateSuppressionList(database, clock, new SuppressionIndex());
        List<Suppression> page = list.list("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(list.index::put);
            page = list.list(page.get(page.size() - 1).address(), PAGE);
        }
        return list;
    }

    @Override
    public Optional<Suppression> match(String address, String tenant) {
        return index.match(address, tenant, clock.instant());
    }

    @Override
    public void add(Suppression suppression) {
        Suppression kept = normal(suppression);
        changing(kept.address(), () -> {
            Repetition.onConflict(() -> database.write(session -> {
                session.upsert(new SuppressionRow(kept));
                return kept;
            }));
            index.put(kept);
            return kept;
        });
    }

    @Override
    public void addAll(List<Suppression> suppressions) {
        manyAtOnce.writeLock().lock();
        try {
            for (int i = 0; i < suppressions.size(); i += PAGE)
                addPage(suppressions.subList(i, Math.min(suppressions.size(), i + PAGE)));
        } finally {
            manyAtOnce.writeLock().unlock();
        }
    }

    private void addPage(List<Suppression> suppressions) {
        List<Suppression> kept =
                suppressions.stream().map(HibernateSuppressionList::normal).toList();
        Repetition.onConflict(() -> database.write(session -> {
            session.upsertMultiple(kept.stream().map(SuppressionRow::new).toList());
            return kept;
        }));
        kept.forEach(index::put);
    }

    private static Suppression normal(Suppression given) {
        String address = given.address().toLowerCase(Locale.ROOT);
        if (address.length() > MAX_ADDRESS_LENGTH || address.indexOf('\u0000') >= 0)
            throw new IllegalArgumentException("no address: longer than " + MAX_ADDRESS_LENGTH + " or with a NUL");
        if (given.tenant().orElse("").length() > MAX_TENANT_LENGTH)
            throw new IllegalArgumentException("no tenant: longer than " + MAX_TENANT_LENGTH);
        return new Suppression(
                address,
                given.reason(),
                given.tenant(),
                StorableText.of(given.source()),
                given.since().truncatedTo(ChronoUnit.SECONDS),
                given.expires().map(expiry -> expiry.truncatedTo(ChronoUnit.SECONDS)));
    }

    @Override
    public int remove(String address, Optional<String> tenant) {
        String folded = address.toLowerCase(Locale.ROOT);
        return changing(folded, () -> {
            int removed = database.write(session -> session.createMutationQuery(
                            "delete from SuppressionRow s where s.key.address = :address and s.key.tenant = :tenant")
                    .setParameter("address", folded)
                    .setParameter("tenant", tenant.orElse(""))
                    .executeUpdate());
            index.remove(folded, tenant.orElse(""));
            return removed;
        });
    }

    private <T> T changing(String address, Supplier<T> change) {
        manyAtOnce.readLock().lock();
        try {
            synchronized (stripes.get(Math.floorMod(address.hashCode(), STRIPES))) {
                return change.get();
            }
        } finally {
            manyAtOnce.readLock().unlock();
        }
    }

    @Override
    public List<Suppression> list(String afterAddress, int limit) {
        return database.read(session -> wholeAddresses(session, afterAddress, limit)).stream()
                .map(SuppressionRow::suppression)
                .toList();
    }

    private static List<SuppressionRow> wholeAddresses(StatelessSession session, String after, int limit) {
        List<SuppressionRow> page = session.createSelectionQuery(
                        "from SuppressionRow s where s.key.address > :after"
                                + " order by s.key.address, s.key.tenant, s.key.reason",
                        SuppressionRow.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
        return page.size() < limit ? page : withRestOfLastAddress(session, page);
    }

    private static List<SuppressionRow> withRestOfLastAddress(StatelessSession session, List<SuppressionRow> page) {
        String last = page.get(page.size() - 1).address();
        List<SuppressionRow> whole = new ArrayList<>(page);
        whole.removeIf(row -> row.address().equals(last));
        whole.addAll(session.createSelectionQuery(
                        "from SuppressionRow s where s.key.address = :address order by s.key.tenant, s.key.reason",
                        SuppressionRow.class)
                .setParameter("address", last)
                .getResultList());
        return whole;
    }

    @Override
    public long size() {
        return database.read(session -> session.createSelectionQuery("select count(*) from SuppressionRow", Long.class)
                .getSingleResult());
    }
}

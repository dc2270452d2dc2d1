package org.postyard.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.postyard.api.injection.IdempotencyKeys;

/** Idempotency keys in the database; thread-safe, also with other nodes on the same database. */
final class HibernateIdempotencyKeys implements IdempotencyKeys {
    private static final Duration TIME_BETWEEN_PURGES = Duration.ofMinutes(10);

    private final Database database;
    private final Clock clock;
    private final AtomicReference<Instant> nextPurge;

    HibernateIdempotencyKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.nextPurge = new AtomicReference<>(clock.instant());
    }

    @Override
    public Claim claim(String owner, String key, String requestDigest) {
        String id = id(owner, key);
        purgeNowAndThen();
        return Repetition.onConflict(() -> database.write(session -> claim(session, id, requestDigest)));
    }

    private Claim claim(StatelessSession session, String id, String requestDigest) {
        Instant now = clock.instant();
        Optional<IdempotencyRow> known = find(session, id);
        if (known.filter(row -> row.endsBy(now)).isPresent()) forget(session, id);
        Optional<IdempotencyRow> inForce = known.filter(row -> !row.endsBy(now));
        if (inForce.isPresent()) return answerOf(inForce.get(), requestDigest);
        session.insert(new IdempotencyRow(id, requestDigest, now, Optional.empty()));
        return new Claim.Claimed();
    }

    private static Claim answerOf(IdempotencyRow row, String requestDigest) {
        if (!row.requestDigest().equals(requestDigest)) return new Claim.Misused();
        return row.answer().<Claim>map(Claim.Answered::new).orElseGet(Claim.InProgress::new);
    }

    private static Optional<IdempotencyRow> find(StatelessSession session, String id) {
        return Optional.ofNullable(session.get(IdempotencyRow.class, id));
    }

    private static int forget(StatelessSession session, String id) {
        return session.createMutationQuery("delete from IdempotencyRow r where r.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    @Override
    public void complete(String owner, String key, Answer answer) {
        String id = id(owner, key);
        Answer storable = new Answer(answer.status(), answer.body().replace('\u0000', '\ufffd'));
        database.write(session -> {
            find(session, id)
                    .ifPresent(row -> session.update(
                            new IdempotencyRow(id, row.requestDigest(), clock.instant(), Optional.of(storable))));
            return id;
        });
    }

    @Override
    public void abandon(String owner, String key) {
        database.write(session -> session.createMutationQuery(
                        "delete from IdempotencyRow r where r.id = :id and r.status is null")
                .setParameter("id", id(owner, key))
                .executeUpdate());
    }

    private void purgeNowAndThen() {
        Instant now = clock.instant();
        Instant due = nextPurge.get();
        if (due == null || now.isBefore(due) || !nextPurge.compareAndSet(due, now.plus(TIME_BETWEEN_PURGES))) return;
        database.write(session -> session.createMutationQuery("delete from IdempotencyRow r where r.since <= :limit")
                .setParameter("limit", now.minus(ANSWER_LIFE))
                .executeUpdate());
    }

    private static String id(String owner, String key) {
        return Sha256.hex(owner.length() + ":" + owner + key);
    }
}

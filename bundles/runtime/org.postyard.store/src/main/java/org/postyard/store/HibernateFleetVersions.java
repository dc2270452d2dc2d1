package org.postyard.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;

/** The kept versions of the fleet document in the database; thread-safe, also with other nodes on the same database. */
final class HibernateFleetVersions implements FleetVersions {
    private final Database database;
    private final Clock clock;

    HibernateFleetVersions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized FleetVersion append(String author, String comment, String yaml) {
        return Repetition.onConflict(() -> database.write(session -> {
            FleetVersion version = new FleetVersion(
                    newestNumber(session) + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), author, comment, yaml);
            session.insert(new FleetVersionRow(version));
            return version;
        }));
    }

    private static long newestNumber(StatelessSession session) {
        return session.createSelectionQuery(
                        "select coalesce(max(v.versionNumber), 0) from FleetVersionRow v", Long.class)
                .getSingleResult();
    }

    @Override
    public Optional<FleetVersion> newest() {
        return database.read(session -> find(session, newestNumber(session)));
    }

    @Override
    public Optional<FleetVersion> version(long number) {
        return database.read(session -> find(session, number));
    }

    private static Optional<FleetVersion> find(StatelessSession session, long number) {
        return Optional.ofNullable(session.get(FleetVersionRow.class, number)).map(FleetVersionRow::version);
    }

    @Override
    public List<FleetVersion> list() {
        return database.read(session -> session.createSelectionQuery(
                        "select v.versionNumber, v.appliedAt, v.author, v.remark, '' from FleetVersionRow v"
                                + " order by v.versionNumber desc",
                        FleetVersion.class)
                .getResultList());
    }
}

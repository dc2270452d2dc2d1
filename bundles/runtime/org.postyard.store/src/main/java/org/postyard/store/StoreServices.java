package org.postyard.store;

import java.security.SecureRandom;
import java.time.Clock;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetVersions;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.operation.Directives;
import org.postyard.api.suppression.SuppressionList;

/** The services of one open database. */
record StoreServices(
        Database database,
        Journal journal,
        FleetVersions fleetVersions,
        SuppressionList suppressions,
        Directives directives,
        ApiKeys apiKeys,
        IdempotencyKeys idempotencyKeys)
        implements AutoCloseable {
    /** Opens the database and reads into memory what is answered from there; blocks. Throws if the database cannot be reached. */
    static StoreServices open(DatabaseSettings settings, Clock clock) {
        Database database = Database.open(settings);
        try {
            return of(database, clock);
        } catch (RuntimeException | LinkageError e) {
            database.close();
            throw e;
        }
    }

    /** New services on a database that is open already. */
    static StoreServices of(Database database, Clock clock) {
        return new StoreServices(
                database,
                new HibernateJournal(database),
                new HibernateFleetVersions(database, clock),
                HibernateSuppressionList.load(database, clock),
                new HibernateDirectives(database),
                new HibernateApiKeys(database, clock, new SecureRandom()),
                new HibernateIdempotencyKeys(database, clock));
    }

    @Override
    public void close() {
        database.close();
    }
}

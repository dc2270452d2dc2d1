package org.postyard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.exception.ConstraintViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open database: pool, schema and session factory, and the way to work in transactions. Thread-safe.
 *
 * <p>Every failure but a violated constraint comes out as {@link org.postyard.api.operation.StoreUnavailableException};
 * a broken connection is replaced by the pool, so the same object works again when the database does.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final SessionFactoryOwner sessions;
    private final Availability availability;
    private final Runnable afterCommit;

    private Database(DatabaseSettings settings, HikariDataSource pool, SessionFactoryOwner sessions) {
        this.settings = settings;
        this.pool = pool;
        this.sessions = sessions;
        this.availability = new Availability(settings.urlForPeople());
        this.afterCommit = settings.embedded() ? new DiskSync(this::checkpoint)::await : () -> {};
    }

    /** Connects, brings the schema up to date and builds the session factory; blocks. Throws if the database cannot be reached. */
    static Database open(DatabaseSettings settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Database.class.getClassLoader());
        try {
            return openWithOwnLoader(settings);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Database openWithOwnLoader(DatabaseSettings settings) {
        long start = System.nanoTime();
        HikariDataSource pool = new HikariDataSource(poolConfig(settings));
        try {
            migrate(settings, pool);
            long migrated = System.nanoTime();
            SessionFactoryOwner sessions = SessionFactoryOwner.build(pool);
            long built = System.nanoTime();
            LOG.info(
                    "database open url={} poolAndSchemaMillis={} sessionFactoryMillis={}",
                    settings.urlForPeople(),
                    (migrated - start) / 1_000_000,
                    (built - migrated) / 1_000_000);
            return new Database(settings, pool, sessions);
        } catch (RuntimeException | LinkageError e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig poolConfig(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postyard-store");
        config.setDriverClassName(settings.embedded() ? "org.h2.Driver" : "org.postgresql.Driver");
        config.setJdbcUrl(settings.completeUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password().resolve(System.getenv()));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setInitializationFailTimeout(1);
        return config;
    }

    private static void migrate(DatabaseSettings settings, HikariDataSource pool) {
        Map<String, String> placeholders = settings.embedded()
                ? Map.of("binaryOrder", "", "longText", "clob")
                : Map.of("binaryOrder", "collate \"C\"", "longText", "text");
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .placeholders(placeholders)
                .load()
                .migrate();
    }

    DatabaseSettings settings() {
        return settings;
    }

    SessionFactory sessionFactory() {
        return sessions.factory();
    }

    /** Works in one transaction that changes nothing. */
    <T> T read(Function<StatelessSession, T> work) {
        return inTransaction(work);
    }

    /** Works in one transaction; what it did survives a power failure when this returns. */
    <T> T write(Function<StatelessSession, T> work) {
        T result = inTransaction(work);
        try {
            afterCommit.run();
        } catch (RuntimeException e) {
            throw availability.failed(e);
        }
        return result;
    }

    private <T> T inTransaction(Function<StatelessSession, T> work) {
        try (StatelessSession session = sessions.factory().openStatelessSession()) {
            T result = commitOrRollBack(session, work);
            availability.answered();
            return result;
        } catch (ConstraintViolationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw availability.failed(e);
        }
    }

    private static <T> T commitOrRollBack(StatelessSession session, Function<StatelessSession, T> work) {
        Transaction transaction = session.beginTransaction();
        try {
            T result = work.apply(session);
            transaction.commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(transaction, e);
            throw e;
        }
    }

    private static void rollBack(Transaction transaction, Throwable cause) {
        try {
            if (transaction.isActive()) transaction.rollback();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private void checkpoint() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new IllegalStateException("no synchronisation with the disk", e);
        }
    }

    /** Closes everything, so that nothing of this bundle's class loader stays reachable. */
    @Override
    public void close() {
        sessions.close();
        if (settings.embedded()) shutDownEmbedded();
        pool.close();
        DriverRegistrations.removeOf(Database.class.getClassLoader());
    }

    private void shutDownEmbedded() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn(
                    "embedded database not shut down in order, it recovers when it is opened reason={}",
                    e.getMessage());
        }
    }
}

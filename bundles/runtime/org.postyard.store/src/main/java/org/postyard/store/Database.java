package org.postyard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.exception.ConstraintViolationException;
import org.postyard.api.operation.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open database: pool, schema and session factory, and the way to work in transactions. Thread-safe.
 *
 * <p>Every failure but a violated constraint comes out as {@link StoreUnavailableException};
 * a broken connection is replaced by the pool, so the same object works again when the database does.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final SessionFactoryOwner sessions;
    private final Availability availability;
    private final Runnable afterCommit;
    private final Optional<EmbeddedWorkers> workers;
    private final AtomicBoolean broken = new AtomicBoolean();

    private Database(DatabaseSettings settings, HikariDataSource pool, SessionFactoryOwner sessions) {
        this.settings = settings;
        this.pool = pool;
        this.sessions = sessions;
        this.availability = new Availability(settings.urlForPeople());
        this.afterCommit = settings.embedded() ? new DiskSync(this::checkpoint)::await : () -> {};
        this.workers = settings.embedded() ? Optional.of(new EmbeddedWorkers()) : Optional.empty();
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
        return working(() -> {
            try {
                T result = inTransaction(work);
                availability.wasRead();
                return result;
            } catch (ConstraintViolationException e) {
                throw e;
            } catch (RuntimeException e) {
                broken.set(settings.embedded());
                throw availability.notRead(e);
            }
        });
    }

    /** Works in one transaction; what it did survives a power failure when this returns. */
    <T> T write(Function<StatelessSession, T> work) {
        return working(() -> {
            try {
                T result = inTransaction(work);
                afterCommit.run();
                availability.wasWritten();
                return result;
            } catch (ConstraintViolationException e) {
                throw e;
            } catch (RuntimeException e) {
                broken.set(settings.embedded());
                throw availability.notWritten(e);
            }
        });
    }

    private <T> T working(Supplier<T> work) {
        try {
            return workers.isPresent() ? workers.get().call(work) : work.get();
        } catch (RejectedExecutionException e) {
            throw new StoreUnavailableException("the store is closed", e);
        }
    }

    private <T> T inTransaction(Function<StatelessSession, T> work) {
        openAgainIfBroken();
        try (StatelessSession session = sessions.factory().openStatelessSession()) {
            return commitOrRollBack(session, work);
        }
    }

    /** An embedded database that could not write (disk full) stays closed to its connections; opening it again is the cure. */
    private synchronized void openAgainIfBroken() {
        if (!broken.compareAndSet(true, false)) return;
        shutDownEmbedded("SHUTDOWN IMMEDIATELY");
        pool.getHikariPoolMXBean().softEvictConnections();
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
        try (Connection connection = pool.getConnection()) {
            EmbeddedFile.synchronise(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("no synchronisation with the disk", e);
        }
    }

    /** Closes everything, so that nothing of this bundle's class loader stays reachable. */
    @Override
    public void close() {
        workers.ifPresent(EmbeddedWorkers::close);
        sessions.close();
        if (settings.embedded()) shutDownEmbedded("SHUTDOWN");
        pool.close();
        DriverRegistrations.removeOf(Database.class.getClassLoader());
    }

    private void shutDownEmbedded(String command) {
        try (Connection connection = pool.getConnection()) {
            shutDown(connection, command);
        } catch (SQLException e) {
            // Giving back a connection to a database that is shut down fails, as it must.
            LOG.debug("connection of the closed database", e);
        }
    }

    private static void shutDown(Connection connection, String command) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            LOG.warn("embedded database not shut down in order, it recovers when it opens reason={}", e.getMessage());
        }
    }
}

package org.postyard.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.postyard.testkit.ManualClock;

/** Gives a test an empty store. Database and server are opened once for all tests; {@link #services} reads everything anew. */
final class StoreUnderTest implements BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(StoreUnderTest.class);

    private static final List<String> TABLES = List.of(
            "journal_event",
            "journal_era",
            "journal_sighting",
            "journal_node",
            "fleet_version",
            "suppression",
            "directive",
            "api_key",
            "idempotency_key");

    private final boolean postgres;
    private ManualClock clock = new ManualClock();
    private Optional<Database> database = Optional.empty();

    private StoreUnderTest(boolean postgres) {
        this.postgres = postgres;
    }

    static StoreUnderTest h2() {
        return new StoreUnderTest(false);
    }

    static StoreUnderTest postgres() {
        return new StoreUnderTest(true);
    }

    ManualClock clock() {
        return clock;
    }

    Database database() {
        return database.orElseThrow();
    }

    StoreServices services() {
        return StoreServices.of(database(), clock);
    }

    static DatabaseSettings settings(String url, String user) {
        return new DatabaseSettings(url, user, new SecretReference(""), 6, Duration.ofSeconds(5), 3);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext.Store all = context.getRoot().getStore(NAMESPACE);
        database = Optional.of(
                postgres
                        ? all.getOrComputeIfAbsent("postgres", key -> openPostgres(all), Opened.class).database
                        : all.getOrComputeIfAbsent("h2", key -> openH2(), Opened.class).database);
        empty(database());
        clock = new ManualClock();
    }

    static PostgresServer server(ExtensionContext.Store all) {
        return all.getOrComputeIfAbsent("server", key -> new Server(PostgresServer.start()), Server.class).server;
    }

    private static Opened openPostgres(ExtensionContext.Store all) {
        PostgresServer server = server(all);
        return new Opened(Database.open(settings(server.newDatabase("contracts"), server.user())));
    }

    private static Opened openH2() {
        Path file = Path.of("target")
                .toAbsolutePath()
                .resolve("h2-" + System.nanoTime())
                .resolve("store");
        return new Opened(Database.open(settings("jdbc:h2:file:" + file, "postyard")));
    }

    private static void empty(Database database) {
        for (String table : TABLES)
            database.write(session ->
                    session.createNativeMutationQuery("truncate table " + table).executeUpdate());
    }

    private record Opened(Database database) implements CloseableResource {
        @Override
        public void close() {
            database.close();
        }
    }

    private record Server(PostgresServer server) implements CloseableResource {
        @Override
        public void close() {
            server.close();
        }
    }
}

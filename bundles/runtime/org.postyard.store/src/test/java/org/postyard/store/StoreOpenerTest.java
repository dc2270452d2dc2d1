package org.postyard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.event.JournalUnavailableException;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.api.suppression.Suppression;
import org.postyard.testkit.store.JournalContract;

class StoreOpenerTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final BlockingQueue<StoreServices> opened = new LinkedBlockingQueue<>();

    private StoreServices awaitOpened() throws InterruptedException {
        StoreServices services = opened.poll(120, TimeUnit.SECONDS);
        assertThat(services).isNotNull();
        return Objects.requireNonNull(services);
    }

    /** As the engine does. */
    private static void appendUntilTaken(StoreServices services, List<DeliveryEvent> events) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                services.journal().append(events);
                return;
            } catch (JournalUnavailableException e) {
                if (System.nanoTime() > end) throw e;
            }
        }
    }

    private static Suppression suppression(String address) {
        return new Suppression(
                address, Suppression.Reason.MANUAL, Optional.empty(), "test", Instant.EPOCH, Optional.empty());
    }

    @Test
    void itTriesAgainUntilTheDatabaseIsThere(@TempDir Path folder) throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        DatabaseSettings settings = StoreUnderTest.settings("jdbc:h2:file:" + folder.resolve("store"), "sa");
        try (StoreOpener opener = new StoreOpener(
                () -> {
                    if (attempts.incrementAndGet() < 4) throw new IllegalStateException("not yet");
                    return StoreServices.open(settings, Clock.systemUTC());
                },
                opened::add,
                SHORT,
                SHORT)) {
            opener.start();
            assertThat(awaitOpened().journal().lastSequence()).isZero();
        }
        assertThat(attempts).hasValue(4);
    }

    @Test
    void everythingIsThereAfterClosingAndOpening(@TempDir Path folder) throws InterruptedException {
        DatabaseSettings settings = StoreUnderTest.settings("jdbc:h2:file:" + folder.resolve("store"), "sa");
        for (int round = 1; round <= 2; round++) {
            try (StoreOpener opener =
                    new StoreOpener(() -> StoreServices.open(settings, Clock.systemUTC()), opened::add, SHORT, SHORT)) {
                opener.start();
                StoreServices services = awaitOpened();
                services.journal().append(List.of(JournalContract.event(round)));
                services.suppressions().add(suppression("user" + round + "@example.com"));
                assertThat(services.journal().lastSequence()).isEqualTo(round);
                assertThat(services.journal().find(JournalQuery.after(0, 10))).hasSize(round);
                assertThat(services.suppressions().match("user1@example.com", ""))
                        .isPresent();
            }
        }
    }

    @Test
    void closingEndsTheAttempts() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        StoreOpener opener = new StoreOpener(
                () -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("never");
                },
                opened::add,
                Duration.ofHours(1),
                Duration.ofHours(1));
        opener.start();
        opener.close();

        assertThat(opener.ends(Duration.ofSeconds(60))).isTrue();
        assertThat(attempts.get()).isLessThanOrEqualTo(1);
    }

    @Test
    @DisabledIfSystemProperty(named = "postyard.test.postgresql", matches = "false")
    void anOutageOfPostgresqlEndsByItself() throws InterruptedException {
        try (PostgresServer server = PostgresServer.start()) {
            DatabaseSettings settings = new DatabaseSettings(
                    server.newDatabase("outage"), server.user(), new SecretReference(""), 3, Duration.ofMillis(500), 0);
            server.stopAtOnce();
            try (StoreOpener opener =
                    new StoreOpener(() -> StoreServices.open(settings, Clock.systemUTC()), opened::add, SHORT, SHORT)) {
                opener.start();
                assertThat(opened.poll(2, TimeUnit.SECONDS)).isNull();
                server.startAgain();
                StoreServices services = awaitOpened();
                services.suppressions().add(suppression("ada@example.com"));
                services.journal().append(List.of(JournalContract.event(1)));

                server.stopAtOnce();
                assertThatThrownBy(() -> services.journal().append(List.of(JournalContract.event(2))))
                        .isInstanceOf(JournalUnavailableException.class);
                assertThatThrownBy(() -> services.directives().put("a", "b"))
                        .isInstanceOf(StoreUnavailableException.class);
                assertThat(services.suppressions().match("ada@example.com", "acme"))
                        .isPresent();

                server.startAgain();
                appendUntilTaken(services, List.of(JournalContract.event(1), JournalContract.event(2)));
                assertThat(services.journal().find(JournalQuery.after(0, 10)))
                        .containsExactly(JournalContract.event(1), JournalContract.event(2));
            }
        }
    }

    @Test
    void anInterruptedCallerDoesNotBreakTheEmbeddedDatabase(@TempDir Path folder) {
        DatabaseSettings settings = StoreUnderTest.settings("jdbc:h2:file:" + folder.resolve("store"), "sa");
        try (StoreServices services = StoreServices.open(settings, Clock.systemUTC())) {
            services.journal().append(List.of(JournalContract.event(1)));
            for (int i = 2; i < 30; i++) {
                Thread.currentThread().interrupt();
                services.journal().append(List.of(JournalContract.event(i)));
                services.journal().find(JournalQuery.after(0, 10));
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(services.journal().lastSequence()).isEqualTo(29);
        }
    }

    @Test
    void interruptionsAtAnyMomentLoseNoEventThatWasTaken(@TempDir Path folder) throws InterruptedException {
        DatabaseSettings settings = StoreUnderTest.settings("jdbc:h2:file:" + folder.resolve("store"), "sa");
        try (StoreServices services = StoreServices.open(settings, Clock.systemUTC())) {
            List<Long> taken = new CopyOnWriteArrayList<>();
            Thread writer = new Thread(() -> LongStream.rangeClosed(1, 300).forEach(i -> {
                try {
                    services.journal().append(List.of(JournalContract.event(i)));
                    taken.add(i);
                } catch (JournalUnavailableException e) {
                    // Not taken; the engine would offer it again.
                }
            }));
            writer.start();
            while (writer.isAlive()) {
                writer.interrupt();
                writer.join(1);
            }

            services.journal().append(List.of(JournalContract.event(1_000)));
            assertThat(taken).isNotEmpty();
            assertThat(services.journal().find(JournalQuery.after(0, 10_000)))
                    .extracting(DeliveryEvent::sequence)
                    .containsAll(taken);
        }
    }

    @Test
    void aFullDiskLosesNothingAndEndsByItself(@TempDir Path folder) {
        FailingDisk.register();
        DatabaseSettings settings = StoreUnderTest.settings("jdbc:h2:failing:" + folder.resolve("store"), "sa");
        try (StoreServices services = StoreServices.open(settings, Clock.systemUTC())) {
            services.journal().append(List.of(JournalContract.event(1)));
            FailingDisk.FULL.set(true);
            for (int i = 0; i < 3; i++)
                assertThatThrownBy(() -> services.journal().append(List.of(JournalContract.event(2))))
                        .isInstanceOf(JournalUnavailableException.class);

            FailingDisk.FULL.set(false);
            appendUntilTaken(services, List.of(JournalContract.event(1), JournalContract.event(2)));
            services.directives().put("a", "b");
            assertThat(services.journal().find(JournalQuery.after(0, 10)))
                    .containsExactly(JournalContract.event(1), JournalContract.event(2));
        } finally {
            FailingDisk.FULL.set(false);
        }
    }
}

package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageClass;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.Settlement;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.postyard.testkit.spool.Messages;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;

/** A disk that fails: nothing that was promised is lost, nothing is kept twice, and the spool recovers by itself. */
class FailingDiskTest {
    private static final long MEGABYTE = 1024 * 1024;

    private final Messages messages = new Messages();
    private final AtomicLong usableBytes = new AtomicLong(1000 * MEGABYTE);
    /** What the next writes do, before writes go well again. */
    private final Queue<Draft.Disk> nextWrites = new ConcurrentLinkedQueue<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RocksDbSpool spool;

    @BeforeEach
    void open() throws IOException {
        spool = new RocksDbSpool(RocksDbSpoolTest.settings(directory), usableBytes::get, (database, batch, sync) -> {
            Draft.Disk special = nextWrites.poll();
            if (special == null) database.write(batch, sync);
            else special.write(database, batch, sync);
        });
    }

    @AfterEach
    void close() throws IOException {
        spool.close();
    }

    @Test
    void anArrivalThatDidNotReachTheDiskIsRefusedAndTheNextIsKept() throws Exception {
        nextWrites.add((database, batch, sync) -> fail());
        Arrival refused = messages.arrival("a@example.com");
        assertRefused(spool.accept(refused), SpoolHealth.State.BROKEN);
        assertThat(spool.message(refused.message().id())).isEmpty();
        Committed next = await(spool.accept(messages.arrival("b@example.com")));
        assertThat(next.events()).extracting(DeliveryEvent::sequence).containsExactly(1L);
        assertThat(spool.health()).isEqualTo(SpoolHealth.WELL);
    }

    @Test
    void anArrivalThatReachedTheDiskAllTheSameIsKept() throws Exception {
        nextWrites.add(FailingDiskTest::writeAndFail);
        Arrival arrival = messages.arrival("a@example.com");
        Committed committed = await(spool.accept(arrival));
        assertThat(committed.events()).extracting(DeliveryEvent::sequence).containsExactly(1L);
        assertThat(spool.eventsAfter(0, 10)).isEqualTo(committed.events());
        assertThat(spool.message(arrival.message().id())).isPresent();
    }

    @Test
    void aSettlementIsTriedAgain() throws Exception {
        Arrival arrival = messages.arrival("a@example.com");
        await(spool.accept(arrival));
        nextWrites.add((database, batch, sync) -> fail());
        Committed settled = await(spool.settle(messages.delivered(arrival.message(), 0, true)));
        assertThat(settled.events()).extracting(DeliveryEvent::sequence).containsExactly(2L);
        assertThat(spool.message(arrival.message().id())).isEmpty();
        assertThat(spool.counts()).isEqualTo(Map.of(MessageClass.BULK, new Counts(1, 1, 0, 0, 0, 0, 0)));
    }

    @Test
    void withoutRoomArrivalsAreRefusedAsFullAndSettlementsKeptWithTheBallast() throws Exception {
        Arrival arrival = messages.arrival("a@example.com");
        await(spool.accept(arrival));
        Path ballast = directory.resolve("ballast");
        assertThat(ballast).hasSize(4 * MEGABYTE);
        usableBytes.set(0);
        nextWrites.add((database, batch, sync) -> failWithoutRoom());
        await(spool.settle(messages.delivered(arrival.message(), 0, true)));
        assertThat(ballast).doesNotExist();
        assertRefused(spool.accept(messages.arrival("b@example.com")), SpoolHealth.State.FULL);
        assertThat(spool.health().state()).isEqualTo(SpoolHealth.State.FULL);
        usableBytes.set(1000 * MEGABYTE);
        awaitWell();
        await(spool.accept(messages.arrival("c@example.com")));
        assertThat(ballast).hasSize(4 * MEGABYTE);
    }

    @Test
    void anArrivalThatFindsNoRoomIsRefusedAsFull() throws Exception {
        nextWrites.add((database, batch, sync) -> failWithoutRoom());
        assertRefused(spool.accept(messages.arrival("a@example.com")), SpoolHealth.State.FULL);
        awaitWell();
        await(spool.accept(messages.arrival("b@example.com")));
    }

    @Test
    void aSpoolThatCannotBeOpenedAgainIsBrokenUntilItCan() throws Exception {
        nextWrites.add((database, batch, sync) -> {
            hideDatabase();
            fail();
        });
        assertRefused(spool.accept(messages.arrival("a@example.com")), SpoolHealth.State.BROKEN);
        assertThat(spool.health().state()).isEqualTo(SpoolHealth.State.BROKEN);
        assertThat(spool.health().reason()).isNotEmpty();
        assertRefused(spool.accept(messages.arrival("b@example.com")), SpoolHealth.State.BROKEN);
        showDatabase();
        awaitWell();
        Committed committed = await(spool.accept(messages.arrival("c@example.com")));
        assertThat(committed.events()).extracting(DeliveryEvent::sequence).containsExactly(1L);
    }

    @Test
    void whatWasRefusedButIsFoundLaterIsCancelledAndSettlementsAreAnsweredFromIt() throws Exception {
        Arrival settled = messages.arrival("a@example.com");
        await(spool.accept(settled));
        Settlement settlement = messages.delivered(settled.message(), 0, true);
        nextWrites.add((database, batch, sync) -> {
            hideDatabase();
            writeAndFail(database, batch, sync);
        });
        assertRefused(spool.settle(settlement), SpoolHealth.State.BROKEN);
        showDatabase();
        awaitWell();
        Committed again = await(spool.settle(settlement));
        assertThat(again.events()).extracting(DeliveryEvent::sequence).containsExactly(2L);

        Arrival arrival = messages.arrival("b@example.com");
        nextWrites.add((database, batch, sync) -> {
            hideDatabase();
            writeAndFail(database, batch, sync);
        });
        assertRefused(spool.accept(arrival), SpoolHealth.State.BROKEN);
        showDatabase();
        awaitWell();
        assertThat(spool.message(arrival.message().id())).isEmpty();
        assertThat(spool.eventsAfter(0, 10))
                .extracting(DeliveryEvent::kind)
                .containsExactly(EventKind.RECEIVED, EventKind.DELIVERED, EventKind.RECEIVED, EventKind.CANCELLED);
        assertThat(spool.counts()).isEqualTo(Map.of(MessageClass.BULK, new Counts(2, 1, 0, 0, 0, 0, 1)));
    }

    @Test
    void aDiskThatDoesNotAnswerIsBrokenAndRefusesArrivalsAtOnce() throws Exception {
        List<CompletionStage<Committed>> stages = new ArrayList<>();
        Settings patient = RocksDbSpoolTest.settings(directory.resolve("other"));
        Settings impatient = new Settings(
                patient.directory(),
                patient.nativeDirectory(),
                patient.reserveBytes(),
                patient.contentCacheBytes(),
                patient.writeBufferBytes(),
                Duration.ofSeconds(1),
                patient.roomCheckInterval());
        var answer = new CountDownLatch(1);
        try (RocksDbSpool stalled = new RocksDbSpool(impatient, usableBytes::get, (database, batch, sync) -> {
            awaitAnswer(answer);
            database.write(batch, sync);
        })) {
            stages.add(stalled.accept(messages.arrival("a@example.com")));
            awaitState(stalled, SpoolHealth.State.BROKEN);
            assertRefused(stalled.accept(messages.arrival("b@example.com")), SpoolHealth.State.BROKEN);
            answer.countDown();
            assertThat(await(stages.get(0)).events()).hasSize(1);
            awaitState(stalled, SpoolHealth.State.WELL);
        } finally {
            answer.countDown();
        }
    }

    private static void awaitAnswer(CountDownLatch answer) {
        try {
            answer.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hideDatabase() {
        move("CURRENT", "CURRENT.hidden");
    }

    private void showDatabase() {
        move("CURRENT.hidden", "CURRENT");
    }

    private void move(String from, String to) {
        try {
            Path database = directory.resolve("db");
            Files.move(database.resolve(from), database.resolve(to));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static void writeAndFail(Database database, WriteBatch batch, boolean sync) throws RocksDBException {
        database.write(batch, sync);
        fail();
    }

    private static void fail() throws RocksDBException {
        throw new RocksDBException("the disk of this test fails");
    }

    private static void failWithoutRoom() throws RocksDBException {
        throw new RocksDBException(new Status(Status.Code.IOError, Status.SubCode.NoSpace, "No space left on device"));
    }

    private void awaitWell() {
        awaitState(spool, SpoolHealth.State.WELL);
    }

    private static void awaitState(RocksDbSpool spool, SpoolHealth.State state) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (spool.health().state() != state && System.nanoTime() < deadline) LockSupport.parkNanos(1_000_000);
        assertThat(spool.health().state()).isEqualTo(state);
    }

    private static <T> T await(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static void assertRefused(CompletionStage<?> stage, SpoolHealth.State state) {
        assertThatThrownBy(() -> await(stage))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(SpoolUnavailableException.class, refusal -> assertThat(refusal.state())
                        .isEqualTo(state));
    }
}

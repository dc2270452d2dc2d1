package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;
import org.postyard.testkit.spool.Messages;

/** A real file system that is really full. Needs the right to mount one; says so and is skipped without it. */
class FullDiskTest {
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** Where the small file system is. */
    private Path small = Path.of("");

    private final Messages messages = new Messages(Clock.systemUTC());

    @Test
    void settlementsGoOnAndArrivalsComeBackWithTheRoom() throws Exception {
        mount();
        try {
            Path hog = small.resolve("hog");
            try (RocksDbSpool spool = new RocksDbSpool(RocksDbSpoolTest.settings(small))) {
                List<Message> accepted = acceptUntilRefused(spool);
                assertThat(accepted).hasSizeGreaterThan(100);
                takeRoomUntilFull(spool, hog);
                for (Message message : accepted.subList(0, 50))
                    spool.settle(messages.delivered(message, 0, true))
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS);
                takeRoomUntilFull(spool, hog);
                Files.delete(hog);
                for (Message message : accepted.subList(50, accepted.size()))
                    spool.settle(messages.delivered(message, 0, true))
                            .toCompletableFuture()
                            .get(20, TimeUnit.SECONDS);
                acceptOnceThereIsRoom(spool);
            }
            try (RocksDbSpool spool = new RocksDbSpool(RocksDbSpoolTest.settings(small))) {
                List<Message> found = new ArrayList<>();
                spool.recover(recovered -> found.add(recovered.message()));
                assertThat(found).hasSize(1);
            }
        } finally {
            // Lazily, because the file of marks stays mapped until the next garbage collection.
            run("umount", "-l", small.toString());
        }
    }

    private List<Message> acceptUntilRefused(RocksDbSpool spool) throws Exception {
        List<Message> accepted = new ArrayList<>();
        while (true) {
            Arrival arrival = bigArrival();
            CompletableFuture<Committed> stage = spool.accept(arrival).toCompletableFuture();
            try {
                stage.get(20, TimeUnit.SECONDS);
                accepted.add(arrival.message());
            } catch (ExecutionException refused) {
                assertThat(refused).cause().isInstanceOfSatisfying(SpoolUnavailableException.class, cause -> assertThat(
                                cause.state())
                        .isEqualTo(SpoolHealth.State.FULL));
                return accepted;
            }
        }
    }

    private void acceptOnceThereIsRoom(RocksDbSpool spool) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!spool.health().well() && System.nanoTime() < deadline) LockSupport.parkNanos(1_000_000);
        assertThat(spool.health()).isEqualTo(SpoolHealth.WELL);
        spool.accept(bigArrival()).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private Arrival bigArrival() {
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        Content content = Content.of(bytes);
        return messages.arrival(messages.message(Handling.DEFAULT, content, "a@example.com"), content);
    }

    /** RocksDB gives room back at moments of its own, logs that it needs no more for example: that is taken as well. */
    private static void takeRoomUntilFull(RocksDbSpool spool, Path hog) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        do {
            takeAllRoom(hog);
        } while (spool.health().state() != SpoolHealth.State.FULL && System.nanoTime() < deadline);
        assertThat(spool.health().state()).isEqualTo(SpoolHealth.State.FULL);
    }

    private static void takeAllRoom(Path hog) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(hog, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) out.write(block);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space");
        }
    }

    private void mount() throws Exception {
        small = Files.createDirectory(directory.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + 96 * MEGABYTE, "tmpfs", small.toString()) == 0;
        if (!mounted) System.out.println("skipped: this user may not mount a small file system");
        Assumptions.assumeTrue(mounted, "may not mount a small file system");
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            return -1;
        }
    }
}

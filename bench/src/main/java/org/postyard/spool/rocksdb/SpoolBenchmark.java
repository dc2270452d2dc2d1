package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Committed;
import org.postyard.testkit.spool.Messages;

/** Messages per second that the spool takes, durable, and removes again, for 64 callers that each wait. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Threads(64)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
public class SpoolBenchmark {
    private static final long MEGABYTE = 1 << 20;

    /** Folder on the disk that is measured. */
    @Param("/var/tmp")
    public String folder = "";

    /** Content of each message. */
    @Param({"10000", "100000"})
    public int sizeBytes;

    private final Messages messages = new Messages(Clock.systemUTC());
    private Content content = Content.of("");
    private Path directory = Path.of("");
    private @org.jspecify.annotations.Nullable RocksDbSpool spool;

    @Setup(Level.Trial)
    public void open() throws IOException {
        directory = Files.createTempDirectory(Path.of(folder), "postyard-bench.");
        content = Content.of(("x".repeat(76) + "\r\n").repeat(sizeBytes / 78 + 1));
        spool = new RocksDbSpool(new Settings(
                directory.resolve("spool"),
                directory.resolve("native"),
                256 * MEGABYTE,
                64 * MEGABYTE,
                64 * MEGABYTE,
                Duration.ofSeconds(10),
                Duration.ofMillis(200)));
        spool.recover(found -> {});
    }

    @Benchmark
    public Committed acceptAndSettle() {
        Message message = messages.message(Handling.DEFAULT, content, "recipient@bench.test");
        RocksDbSpool open = java.util.Objects.requireNonNull(spool);
        open.accept(messages.arrival(message, content)).toCompletableFuture().join();
        Committed settled = open.settle(messages.delivered(message, 0, true))
                .toCompletableFuture()
                .join();
        open.forgetEvents(settled.events().get(0).sequence());
        return settled;
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        java.util.Objects.requireNonNull(spool).close();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}

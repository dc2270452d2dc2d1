package org.postyard.spool.rocksdb;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.Content;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.testkit.spool.Messages;

/**
 * A measurement, not a test: messages accepted and settled per second, and what one costs in processor time.
 *
 * <p>Arguments: directory, writers, messages, content bytes, messages that wait between acceptance and settlement. What it
 * finds in the directory is settled first, if there is a sixth argument.
 */
final class SpoolBench {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Messages messages = new Messages(Clock.systemUTC());
    private final AtomicLong begun = new AtomicLong();
    private final ExecutorService callers = Executors.newFixedThreadPool(2);
    private final RocksDbSpool spool;
    private final long wanted;
    private final Content content;

    private SpoolBench(RocksDbSpool spool, long wanted, int contentBytes) {
        this.spool = spool;
        this.wanted = wanted;
        byte[] bytes = new byte[contentBytes];
        new Random(1).nextBytes(bytes);
        this.content = Content.of(bytes);
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int writers = Integer.parseInt(arguments[1]);
        long wanted = Long.parseLong(arguments[2]);
        int contentBytes = Integer.parseInt(arguments[3]);
        int waiting = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
        Files.createDirectories(directory);
        long megabyte = 1 << 20;
        Settings settings = new Settings(
                directory,
                directory.resolve("native"),
                256 * megabyte,
                64 * megabyte,
                64 * megabyte,
                Duration.ofSeconds(10),
                Duration.ofMillis(200));
        long opening = System.nanoTime();
        try (RocksDbSpool spool = new RocksDbSpool(settings)) {
            List<Message> found = new ArrayList<>();
            spool.recover(recovered -> found.add(recovered.message()));
            System.out.printf("opened and recovered %d in %.2f s%n", found.size(), (System.nanoTime() - opening) / 1e9);
            SpoolBench bench = new SpoolBench(spool, wanted, contentBytes);
            if (arguments.length > 5) bench.drain(found);
            found.clear();
            bench.run(Math.min(wanted, 20_000), writers, waiting, "warm-up");
            bench.run(wanted, writers, waiting, "measured");
            bench.callers.shutdown();
            bench.callers.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private void run(long count, int writers, int waiting, String name) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        begun.set(wanted - count);
        double syncs = spool.measurements().getOrDefault("spool_syncs_total", 0.0);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            done.add(ended);
            List<Message> kept = new ArrayList<>();
            callers.execute(() -> next(ended, kept, waiting / writers));
        }
        for (CompletableFuture<Void> ended : done) ended.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double millis = (system.getProcessCpuTime() - processor) / NANOS_PER_MILLI / count;
        syncs = spool.measurements().getOrDefault("spool_syncs_total", 0.0) - syncs;
        System.out.printf(
                "%s: %.0f messages/s accepted and settled, %.4f ms processor time each, %.0f syncs (%.1f writes each)%n",
                name, count / seconds, millis, syncs, 2 * count / syncs);
        System.out.println(spool.measurements());
    }

    private void drain(List<Message> found) throws Exception {
        long start = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        Semaphore room = new Semaphore(1000);
        for (Message message : found) {
            room.acquire();
            last = spool.settle(messages.delivered(message, 0, true))
                    .whenComplete((settled, failure) -> room.release())
                    .toCompletableFuture();
        }
        last.get();
        System.out.printf("settled %d in %.1f s%n", found.size(), (System.nanoTime() - start) / 1e9);
        for (int second = 0; second < 60; second += 5) {
            System.out.printf("after %d s: %s%n", second, spool.measurements());
            TimeUnit.SECONDS.sleep(5);
        }
    }

    private void next(CompletableFuture<Void> ended, List<Message> kept, int waiting) {
        if (begun.incrementAndGet() > wanted) {
            ended.complete(null);
            return;
        }
        Message message = messages.message(Handling.DEFAULT, content, "recipient@example.com");
        kept.add(message);
        spool.accept(messages.arrival(message, content))
                .whenComplete((accepted, failure) -> callers.execute(() -> settle(failure, ended, kept, waiting)));
    }

    private void settle(@Nullable Throwable failure, CompletableFuture<Void> ended, List<Message> kept, int waiting) {
        if (failure != null) {
            ended.completeExceptionally(failure);
        } else if (kept.size() <= waiting) {
            next(ended, kept, waiting);
        } else {
            Message oldest = kept.remove(0);
            var committed = spool.settle(messages.delivered(oldest, 0, true)).toCompletableFuture();
            committed.whenComplete((settled, problem) -> callers.execute(() -> {
                if (settled != null && settled.events().get(0).sequence() % 500 == 0)
                    spool.forgetEvents(settled.events().get(0).sequence());
                next(ended, kept, waiting);
            }));
        }
    }
}

package org.postyard.console.model.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.testkit.console.FleetSize;
import org.postyard.testkit.console.PlayedRuntime;

/** 500 servers, 20,000 sources, 500 changes and 500 events a second: what it costs is printed, that it is seen is asserted. */
class LargeFleetTest {
    private static final int SECONDS = 5;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aLargeFleetIsWatchedAtModestCost() throws Exception {
        try (PlayedRuntime played = PlayedRuntime.start(FleetSize.LARGE, 1, 0, folder);
                Runtimes runtimes = new Runtimes(Clock.systemUTC())) {
            long before = heapBytes();
            LiveRuntime runtime = open(runtimes, played);
            CountDownLatch news = new CountDownLatch(10 * SECONDS);
            runtime.addListener(snapshot -> {
                if (snapshot.sources().size() == 20_000) news.countDown();
            });
            await(runtime, 20_000);
            long start = System.nanoTime();
            long cpu = modelCpuNanos();
            assertThat(news.await(60, TimeUnit.SECONDS)).isTrue();
            double seconds = (System.nanoTime() - start) / 1e9;
            double share = (modelCpuNanos() - cpu) / 1e9 / seconds;
            System.out.printf(
                    "%s: the model uses %.1f %% of one processor, %d MB of heap, %.1f pictures/s%n",
                    FleetSize.LARGE, share * 100, (heapBytes() - before) / 1_000_000, 10 * SECONDS / seconds);
            assertThat(runtime.snapshot().servers().size()).isEqualTo(500);
        }
    }

    private static void await(LiveRuntime runtime, int sources) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        runtime.addListener(snapshot -> {
            if (snapshot.sources().size() == sources) there.countDown();
        });
        assertThat(there.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static LiveRuntime open(Runtimes runtimes, PlayedRuntime played) throws Exception {
        SavedConnection unpinned = new SavedConnection("large", played.url(), "admin", Optional.empty());
        LiveRuntime first = runtimes.open(unpinned, connection -> Optional.of(PlayedRuntime.PASSWORD));
        CountDownLatch refused = new CountDownLatch(1);
        first.addListener(snapshot -> {
            if (snapshot.link() instanceof LinkState.Refused) refused.countDown();
        });
        if (!(first.snapshot().link() instanceof LinkState.Refused))
            assertThat(refused.await(Duration.ofSeconds(60).toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
        String fingerprint = ((LinkState.Refused) first.snapshot().link())
                .certificate()
                .orElseThrow()
                .fingerprint();
        return runtimes.open(unpinned.pinned(fingerprint), connection -> Optional.of(PlayedRuntime.PASSWORD));
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Of the threads of the model and of its HTTP client. */
    private static long modelCpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && (thread.getThreadName().startsWith("postyard-stream")
                                || thread.getThreadName().startsWith("postyard-console-model")
                                || thread.getThreadName().startsWith("HttpClient")))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }
}

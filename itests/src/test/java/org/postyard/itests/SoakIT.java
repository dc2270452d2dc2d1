package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mail flows for a while, and in the end the node holds no more heap, threads and files than at the beginning. */
class SoakIT {
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final long HEAP_GROWTH_BYTES = 24L << 20;
    private static final int THREAD_GROWTH = 10;
    private static final int FILE_GROWTH = 40;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(SoakIT.class);

    @Test
    void nothingGrows() throws Exception {
        Duration time = Duration.ofSeconds(Integer.getInteger("postyard.soak.seconds", 60));
        Receiver receiver = new Receiver(WORKSHOP, "receiver").start();
        List<Integer> ports = List.of(receiver.port(), receiver.port(), receiver.port());
        Node node = Node.prepare(WORKSHOP, "node").compiledInFull().start(Fleets.relays(ports, ""));
        Footprint begin = soak(node, WARM_UP, "warm", receiver);
        System.out.println("SoakIT: at the beginning: " + begin.text());
        Footprint end = soak(node, time, "soak", receiver);
        System.out.println("SoakIT: after " + time.toSeconds() + " s: " + end.text());
        assertThat(end.heapBytes()).isLessThan(begin.heapBytes() + HEAP_GROWTH_BYTES);
        assertThat(end.threads()).isLessThan(begin.threads() + THREAD_GROWTH);
        assertThat(end.files()).isLessThan(begin.files() + FILE_GROWTH);
    }

    /** Sends for that long, waits until all is gone, and measures. */
    private static Footprint soak(Node node, Duration time, String prefix, Receiver receiver) throws Exception {
        try (Load load = new Load(
                node.smtpPort(),
                8,
                Integer.MAX_VALUE,
                Duration.ofMillis(20),
                number -> "accept+" + prefix + number + "@elsewhere.test")) {
            Await.pass(time);
            load.close();
            Verdict verdict = Verdict.of(node, load.accepted(), receiver);
            System.out.println("SoakIT: " + verdict.text());
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.unlisted()).isEmpty();
        }
        return Footprint.of(node);
    }

    /**
     * What a node holds.
     *
     * @param heapBytes in use after a garbage collection
     */
    private record Footprint(long heapBytes, int threads, int files) {
        static Footprint of(Node node) throws IOException, InterruptedException {
            Workshop.run("jcmd", Long.toString(node.pid()), "GC.run");
            long heap = (long) node.api().metric("postyard_process_heap_used_bytes");
            int threads = (int) node.api().metric("postyard_process_threads");
            try (Stream<Path> files = Files.list(Path.of("/proc/" + node.pid() + "/fd"))) {
                return new Footprint(heap, threads, (int) files.count());
            }
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "heap %.1f MB after GC, %d threads, %d open files",
                    heapBytes / 1048576.0,
                    threads,
                    files);
        }
    }
}

package org.postyard.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a benchmark ran on.
 *
 * @param syncMillis median time to append 10 kB to a file and have it on disk
 * @param loadBefore load average over one minute before the benchmark began
 */
record Machine(
        String processor,
        int cores,
        long memoryMegabytes,
        String kernel,
        String java,
        double syncMillis,
        String loadBefore) {
    private static final int SYNC_SAMPLES = 300;
    private static final int SYNC_BYTES = 10_240;

    static Machine measure(Path folder) throws IOException {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_024,
                Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                syncMillis(folder),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static double syncMillis(Path folder) throws IOException {
        Path file = folder.resolve("sync");
        long[] nanos = new long[SYNC_SAMPLES];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < nanos.length; i++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(SYNC_BYTES));
                channel.force(false);
                nanos[i] = System.nanoTime() - begin;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %,d MB, Linux %s, Java %s, disk sync of 10 kB %.2f ms (median), load before %s",
                cores,
                processor,
                memoryMegabytes,
                kernel,
                java,
                syncMillis,
                loadBefore);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"machine\":{\"processor\":\"%s\",\"cores\":%d,\"memoryMegabytes\":%d,\"kernel\":\"%s\",\"java\":\"%s\","
                        + "\"syncMillis\":%.3f,\"loadBefore\":%s}}",
                processor,
                cores,
                memoryMegabytes,
                kernel,
                java,
                syncMillis,
                loadBefore);
    }
}

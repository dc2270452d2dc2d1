package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Fills Postyard's queues with messages that every destination defers, and measures what they cost and how it restarts. */
final class QueueDepth {
    private static final String HEAP = "1g";
    private static final int CHUNK_MESSAGES = 50_000;
    private static final int SESSIONS = 50;
    private static final int SIZE_BYTES = 1_000;
    private static final Duration LONGEST_FILL = Duration.ofMinutes(30);

    private final Workshop workshop;
    private final Path script;

    QueueDepth(Workshop workshop, Path script) {
        this.workshop = workshop;
        this.script = script;
    }

    void measure(long messages, Report report) throws IOException, InterruptedException {
        try (Sink sink = new Sink(workshop, "-r", "RCPT");
                Postyard postyard = new Postyard(workshop, script, sink, HEAP)) {
            double fillSeconds = fill(postyard, messages);
            long heapMegabytes = usedHeapMegabytes(postyard);
            long residentMegabytes = postyard.processes().largestPeakKilobytes() / 1_024;
            long diskMegabytes = Workshop.bytesIn(postyard.data().resolve("spool")) >> 20;
            List<String> ledgerBefore = ledger(postyard);
            postyard.killAndRestart();
            List<String> ledgerAfter = ledger(postyard);
            report.facts(
                    String.format(Locale.ROOT, "%,d messages of 1 kB queued with -Xmx%s", messages, HEAP),
                    json(messages, fillSeconds, heapMegabytes, residentMegabytes, diskMegabytes, postyard.startTime()),
                    lines(
                            messages,
                            fillSeconds,
                            heapMegabytes,
                            residentMegabytes,
                            diskMegabytes,
                            postyard.startTime()));
            Narration.say("ledger before the kill:%n%s", String.join("\n", ledgerBefore));
            Narration.say("ledger after the restart:%n%s", String.join("\n", ledgerAfter));
        }
    }

    private double fill(Postyard postyard, long messages) throws IOException, InterruptedException {
        Load load = new Load(SESSIONS, SIZE_BYTES, true);
        long begin = System.nanoTime();
        for (long sent = 0; sent < messages; sent += CHUNK_MESSAGES) {
            long chunk = Math.min(CHUNK_MESSAGES, messages - sent);
            long left = LONGEST_FILL.toNanos() - (System.nanoTime() - begin);
            Tasks.run(
                    workshop.folder().resolve("source.log"),
                    load.command(postyard.port(), chunk),
                    Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            Narration.say("  %,d queued after %.0f s (%.0f/s)", sent + chunk, seconds, (sent + chunk) / seconds);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private long usedHeapMegabytes(Postyard postyard) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String pid = Long.toString(postyard.pid());
        output(List.of(jcmd, pid, "GC.run"));
        return output(List.of(jcmd, pid, "GC.heap_info")).stream()
                .filter(line -> line.contains("used "))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*used (\\d+)K.*", "$1")) / 1_024)
                .findFirst()
                .orElse(-1);
    }

    private List<String> ledger(Postyard postyard) throws IOException, InterruptedException {
        return output(
                List.of(script.toString(), "shell", "--data", postyard.data().toString(), "postyard:ledger"));
    }

    private List<String> output(List<String> command) throws IOException, InterruptedException {
        Path file = java.nio.file.Files.createTempFile(workshop.folder(), "output", ".txt");
        Tasks.run(file, command, 120);
        return java.nio.file.Files.readAllLines(file);
    }

    private static List<String> lines(
            long messages, double fillSeconds, long heap, long resident, long disk, Duration restart) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "filled in %.0f s (%.0f/s), while every attempt was deferred by the destination",
                fillSeconds,
                messages / fillSeconds));
        lines.add(String.format(
                Locale.ROOT, "heap in use after a collection: %,d MB; peak resident set %,d MB", heap, resident));
        lines.add(String.format(Locale.ROOT, "disk, spool only: %,d MB", disk));
        lines.add(String.format(
                Locale.ROOT, "killed and restarted: takes mail again after %.1f s", restart.toMillis() / 1e3));
        return lines;
    }

    private static String json(
            long messages, double fillSeconds, long heap, long resident, long disk, Duration restart) {
        return String.format(
                Locale.ROOT,
                "{\"queueDepth\":{\"messages\":%d,\"fillSeconds\":%.1f,\"heapMegabytes\":%d,\"peakResidentMegabytes\":%d,"
                        + "\"spoolMegabytes\":%d,\"restartSeconds\":%.2f}}",
                messages,
                fillSeconds,
                heap,
                resident,
                disk,
                restart.toMillis() / 1e3);
    }
}

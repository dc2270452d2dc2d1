package org.postyard.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process with all its descendants, read from Linux's {@code /proc}. CPU time includes descendants that have ended, as
 * far as their parents have collected them and are themselves in the tree.
 */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    /** Linux reports CPU time to programs in hundredths of a second (USER_HZ). */
    private static final long NANOS_PER_TICK = 10_000_000;

    private final long root;

    ProcessTree(long root) {
        this.root = root;
    }

    /** User and system time since the start of the tree. */
    long cpuMillis() throws IOException {
        long nanos = 0;
        for (Stat process : members()) nanos += process.collectedTicks() * NANOS_PER_TICK + ownNanos(process);
        return nanos / 1_000_000;
    }

    /** Exact for a process of one thread; rounding down to ticks would lose much in a crowd of short-lived processes. */
    private static long ownNanos(Stat process) {
        if (process.threads() > 1) return process.ownTicks() * NANOS_PER_TICK;
        String schedule = read(PROC.resolve(Long.toString(process.pid())).resolve("schedstat"));
        return schedule.isEmpty() ? process.ownTicks() * NANOS_PER_TICK : Long.parseLong(schedule.split(" ")[0]);
    }

    /** Memory of all living members, each shared page divided among those that share it. */
    long proportionalKilobytes() throws IOException {
        long kilobytes = 0;
        for (Stat process : members()) kilobytes += field(process.pid(), "smaps_rollup", "Pss:");
        return kilobytes;
    }

    /** Peak resident set of the largest living member ({@code VmHWM}). */
    long largestPeakKilobytes() throws IOException {
        long largest = 0;
        for (Stat process : members()) largest = Math.max(largest, field(process.pid(), "status", "VmHWM:"));
        return largest;
    }

    int size() throws IOException {
        return members().size();
    }

    private List<Stat> members() throws IOException {
        Map<Long, List<Stat>> children = new HashMap<>();
        List<Stat> members = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(root));
        for (Stat process : everybody()) {
            children.computeIfAbsent(process.parent(), unused -> new ArrayList<>())
                    .add(process);
            if (process.pid() == root) members.add(process);
        }
        while (!open.isEmpty()) {
            for (Stat child : children.getOrDefault(open.remove(), List.of())) {
                members.add(child);
                open.add(child.pid());
            }
        }
        return members;
    }

    private static List<Stat> everybody() throws IOException {
        List<Stat> processes = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                String line = read(folder.resolve("stat"));
                if (!line.isEmpty()) processes.add(Stat.parse(line));
            }
        }
        return processes;
    }

    private static long field(long pid, String file, String name) {
        return read(PROC.resolve(Long.toString(pid)).resolve(file))
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** A file of a process; empty if the process has ended meanwhile. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * One line of {@code /proc/PID/stat}, proc(5).
     *
     * @param collectedTicks CPU time of children that have ended
     */
    record Stat(long pid, long parent, long ownTicks, long collectedTicks, int threads) {
        static Stat parse(String line) {
            long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            long collected = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
            return new Stat(pid, Long.parseLong(fields[1]), own, collected, Integer.parseInt(fields[17]));
        }
    }
}

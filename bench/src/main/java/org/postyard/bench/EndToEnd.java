package org.postyard.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Sends a load through a mail system into a sink and measures from the first injection to the last arrival. */
final class EndToEnd {
    private static final Duration LONGEST_RUN = Duration.ofMinutes(5);
    private static final Duration MEMORY_SAMPLE_EVERY = Duration.ofSeconds(1);
    private static final int SETTLE_MILLIS = 2_000;
    private static final long FEWEST_MESSAGES = 1_000;
    private static final long MOST_MESSAGES = 200_000;
    private static final int FLOOR_WARM_UP_MESSAGES = 3_000;

    private final Workshop workshop;
    private final Sink sink;
    private final double wantedSeconds;
    private final int rounds;

    /**
     * @param wantedSeconds about how long a measured run is to take
     * @param rounds how often each load is measured
     */
    EndToEnd(Workshop workshop, Sink sink, double wantedSeconds, int rounds) {
        this.workshop = workshop;
        this.sink = sink;
        this.wantedSeconds = wantedSeconds;
        this.rounds = rounds;
    }

    /** Straight from source to sink. */
    List<RunResult> floor(Load load) throws IOException, InterruptedException {
        return warmThenMeasured("floor", sink.port(), Optional.empty(), load, FLOOR_WARM_UP_MESSAGES);
    }

    List<RunResult> through(MailSystem system, Load load) throws IOException, InterruptedException {
        return warmThenMeasured(
                system.name(), system.port(), Optional.of(system.processes()), load, system.warmUpMessages());
    }

    /** The warm-up tells how many messages a run of the wanted length needs. */
    private List<RunResult> warmThenMeasured(
            String name, int port, Optional<ProcessTree> tree, Load load, int warmUpMessages)
            throws IOException, InterruptedException {
        RunResult warmUp = run(name, port, tree, load, warmUpMessages);
        Narration.say("  warm-up: %,d messages, %.0f/s", warmUp.messages(), warmUp.perSecond());
        long messages = Math.round(warmUp.perSecond() * wantedSeconds / 100) * 100;
        List<RunResult> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            results.add(run(name, port, tree, load, Math.max(FEWEST_MESSAGES, Math.min(MOST_MESSAGES, messages))));
        }
        return results;
    }

    private RunResult run(String name, int port, Optional<ProcessTree> tree, Load load, long messages)
            throws IOException, InterruptedException {
        long before = sink.messages();
        long cpuBefore = tree.isPresent() ? tree.get().cpuMillis() : 0;
        StolenTime stolen = new StolenTime();
        MemoryWatch memory = new MemoryWatch(tree, MEMORY_SAMPLE_EVERY);
        long begin = System.nanoTime();
        long accepted = inject(port, load, messages, begin);
        OptionalLong arrived = sink.await(before + messages, begin + LONGEST_RUN.toNanos());
        if (arrived.isEmpty()) throw missing(name, messages, sink.messages() - before);
        double stolenShare = stolen.share();
        Thread.sleep(SETTLE_MILLIS); // what is left to do for these messages belongs to their cost
        long cpu = tree.isPresent() ? tree.get().cpuMillis() - cpuBefore : 0;
        return new RunResult(
                name,
                load,
                messages,
                seconds(accepted - begin),
                seconds(arrived.getAsLong() - begin),
                cpu,
                memory.stop(),
                tree.isPresent() ? tree.get().largestPeakKilobytes() : 0,
                stolenShare);
    }

    /** Runs the source to its end; when that was. */
    private long inject(int port, Load load, long messages, long begin) throws IOException, InterruptedException {
        List<String> command = load.command(port, messages);
        Process source = workshop.tasks().start(workshop.folder().resolve("source.log"), command);
        boolean ended = source.waitFor(LONGEST_RUN.toNanos() - (System.nanoTime() - begin), TimeUnit.NANOSECONDS);
        long now = System.nanoTime();
        workshop.tasks().stop(source);
        if (!ended) throw new IOException("the source did not end in time: " + String.join(" ", command));
        if (source.exitValue() != 0) {
            throw new IOException("the source failed: "
                    + java.nio.file.Files.readString(workshop.folder().resolve("source.log")));
        }
        return now;
    }

    private static IOException missing(String name, long sent, long arrived) {
        return new IOException(name + ": only " + arrived + " of " + sent + " messages arrived within "
                + LONGEST_RUN.toSeconds() + " s");
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }
}

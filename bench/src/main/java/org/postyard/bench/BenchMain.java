package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.postyard.spool.rocksdb.SpoolBenchmark;

/** Runs the benchmarks that the command line names, one after the other, and prints what they found as Markdown. */
public final class BenchMain {
    private static final int SESSIONS = 50;
    private static final int LATENCY_MESSAGES = 20_000;
    private static final int LATENCY_BYTES = 10_000;
    private static final String HEAP = "1g";

    private final Options options;
    private final Report report;

    private BenchMain(Options options) throws IOException {
        this.options = options;
        this.report = new Report(options.output());
    }

    /** Exits with 0 if everything was measured, 1 if something failed, 2 if the command line is wrong. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        try {
            new BenchMain(Options.parse(List.of(arguments))).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        } catch (IOException | RunnerException e) {
            System.err.println("the benchmark failed: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        Set<String> suites = options.suites();
        report.machine(Machine.measure(options.folder()));
        if (suites.contains("floor")) inWorkshop(this::floor);
        if (suites.contains("postfix")) inWorkshop(this::postfix);
        if (suites.contains("postyard")) inWorkshop(this::postyard);
        if (suites.contains("latency")) inWorkshop(this::latency);
        if (suites.contains("queue")) {
            inWorkshop(workshop -> new QueueDepth(workshop, options.script()).measure(options.messages(), report));
        }
        if (suites.contains("jmh")) microbenchmarks();
        String markdown = report.markdown();
        Files.writeString(options.output().resolve("bench.md"), markdown);
        System.out.print(markdown);
    }

    private void floor(Workshop workshop) throws IOException, InterruptedException {
        try (Sink sink = new Sink(workshop)) {
            EndToEnd endToEnd = new EndToEnd(workshop, sink, options.seconds(), options.rounds());
            Narration.say("floor: smtp-source straight into smtp-sink");
            for (Load load : loads()) report.runs(endToEnd.floor(load));
        }
    }

    private void postfix(Workshop workshop) throws IOException, InterruptedException {
        Narration.say("Postfix, tuned");
        try (Sink sink = new Sink(workshop);
                MailSystem system = new Postfix(workshop, sink)) {
            measure(workshop, sink, system);
        }
    }

    private void postyard(Workshop workshop) throws IOException, InterruptedException {
        Narration.say("Postyard, -Xmx%s", HEAP);
        try (Sink sink = new Sink(workshop);
                MailSystem system = new Postyard(workshop, options.script(), sink, HEAP)) {
            measure(workshop, sink, system);
        }
    }

    private void measure(Workshop workshop, Sink sink, MailSystem system) throws IOException, InterruptedException {
        EndToEnd endToEnd = new EndToEnd(workshop, sink, options.seconds(), options.rounds());
        for (Load load : loads()) report.runs(endToEnd.through(system, load));
    }

    private List<Load> loads() {
        return options.sizes().stream()
                .flatMap(size -> options.keeps().stream().map(keeps -> new Load(SESSIONS, size, keeps)))
                .toList();
    }

    private void latency(Workshop workshop) throws IOException, InterruptedException {
        try (Sink sink = new Sink(workshop);
                MailSystem system = new Postyard(workshop, options.script(), sink, HEAP)) {
            AcceptLatency latency = new AcceptLatency(system.port(), LATENCY_BYTES);
            latency.measure(SESSIONS, LATENCY_MESSAGES / SESSIONS); // warms up
            AcceptLatency.Latencies one = latency.measure(1, LATENCY_MESSAGES / 10);
            AcceptLatency.Latencies many = latency.measure(SESSIONS, LATENCY_MESSAGES / SESSIONS);
            report.facts(
                    "Accept latency, 10 kB, final dot to reply, while delivering to the sink",
                    one.json(system.name()) + "\n" + many.json(system.name()),
                    List.of(one.text(), many.text()));
        }
    }

    private void microbenchmarks() throws RunnerException, IOException {
        Path results = options.output().resolve("jmh.json");
        var found = new Runner(new OptionsBuilder()
                        .include(BalancerBenchmark.class.getSimpleName())
                        .include(SpoolBenchmark.class.getSimpleName())
                        .param("folder", options.folder().toString())
                        .resultFormat(org.openjdk.jmh.results.format.ResultFormatType.JSON)
                        .result(results.toString())
                        .output(options.output().resolve("jmh.log").toString())
                        .build())
                .run();
        List<String> lines = found.stream()
                .map(result ->
                        describe(result.getParams(), result.getPrimaryResult().getScore()))
                .toList();
        report.facts("Alone, by JMH", "{\"jmh\":\"jmh.json\"}", lines);
    }

    private static String describe(BenchmarkParams of, double perSecond) {
        if (of.getBenchmark().contains(SpoolBenchmark.class.getSimpleName())) {
            return String.format(
                    Locale.ROOT,
                    "spool, %s bytes, %d callers: %,.0f messages/s accepted durably and settled",
                    of.getParam("sizeBytes"),
                    of.getThreads(),
                    perSecond);
        }
        return String.format(
                Locale.ROOT,
                "balancer %s, %s members, one thread: %,.0f picks/s",
                of.getParam("balancer"),
                of.getParam("members"),
                perSecond);
    }

    private void inWorkshop(Work work) throws IOException, InterruptedException {
        Workshop workshop = new Workshop(options.folder());
        Thread stop = new Thread(() -> closeQuietly(workshop), "bench-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            work.in(workshop);
        } finally {
            workshop.close();
            forget(stop);
        }
    }

    private static void closeQuietly(Workshop workshop) {
        try {
            workshop.close();
        } catch (IOException e) {
            System.err.println("could not clean up: " + e.getMessage());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            Narration.say("interrupted");
        }
    }

    /** Something to do in a workshop. */
    private interface Work {
        void in(Workshop workshop) throws IOException, InterruptedException;
    }
}

package org.postyard.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param seconds about how long each measured run takes
 * @param rounds how often each load is measured; the round from which the host stole least is reported
 * @param keeps whether the source keeps its connections: both ways, or one of them
 * @param messages depth of the queue benchmark
 * @param folder on the disk that is measured
 * @param output where the results are written
 */
record Options(
        Set<String> suites,
        Path script,
        double seconds,
        int rounds,
        List<Integer> sizes,
        List<Boolean> keeps,
        long messages,
        Path folder,
        Path output) {
    static final String USAGE = """
            Usage: bench [SUITE...] [OPTION...]
            Suites: floor postfix postyard latency queue jmh (all of them if none is named)
              --seconds N            about how long each measured run takes (15)
              --rounds N             how often each load is measured (3); the one that the host disturbed least counts
              --sizes N,N            bytes per message (10000,100000)
              --connections HOW      one per message (new), one per session (kept), or both (both)
              --messages N           messages in the queue benchmark (1000000)
              --folder DIR           where queues and data are kept while measuring (/var/tmp)
              --out DIR              where bench.md and bench.jsonl go (bench/target/results)
              --script FILE          the postyard script (./postyard)""";

    private static final Set<String> KNOWN = Set.of("floor", "postfix", "postyard", "latency", "queue", "jmh");
    private static final List<String> USUAL = List.of("floor", "postfix", "postyard", "latency", "queue", "jmh");

    /** @throws IllegalArgumentException with a message for people */
    static Options parse(List<String> arguments) {
        Set<String> suites = new LinkedHashSet<>();
        String script = "./postyard";
        String seconds = "15";
        String rounds = "3";
        String sizes = "10000,100000";
        String connections = "both";
        String messages = "1000000";
        String folder = "/var/tmp";
        String output = "bench/target/results";
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            switch (word) {
                case "--seconds" -> seconds = value(word, rest);
                case "--rounds" -> rounds = value(word, rest);
                case "--sizes" -> sizes = value(word, rest);
                case "--connections" -> connections = value(word, rest);
                case "--messages" -> messages = value(word, rest);
                case "--folder" -> folder = value(word, rest);
                case "--out" -> output = value(word, rest);
                case "--script" -> script = value(word, rest);
                default -> suites.add(known(word));
            }
        }
        return new Options(
                suites.isEmpty() ? new LinkedHashSet<>(USUAL) : suites,
                Path.of(script).toAbsolutePath().normalize(),
                number("--seconds", seconds),
                number("--rounds", rounds),
                Arrays.stream(sizes.split(","))
                        .map(size -> number("--sizes", size))
                        .toList(),
                keeps(connections),
                number("--messages", messages),
                Path.of(folder),
                Path.of(output).toAbsolutePath());
    }

    private static List<Boolean> keeps(String connections) {
        return switch (connections) {
            case "new" -> List.of(false);
            case "kept" -> List.of(true);
            case "both" -> List.of(false, true);
            default ->
                throw new IllegalArgumentException("--connections: '" + connections + "' is not new, kept or both");
        };
    }

    private static String known(String word) {
        if (!KNOWN.contains(word))
            throw new IllegalArgumentException("'" + word + "' is neither a suite nor an option");
        return word;
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) throw new IllegalArgumentException(option + " needs a value");
        return rest.remove(0);
    }

    private static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number < 1) throw new IllegalArgumentException(option + ": " + number + " is below 1");
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + ": '" + text + "' is not a whole number", e);
        }
    }
}

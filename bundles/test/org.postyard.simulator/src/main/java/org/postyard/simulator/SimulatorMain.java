package org.postyard.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The simulator as a process of its own, until it is terminated. */
public final class SimulatorMain {
    static final String USAGE = """
            Usage: SimulatorMain [OPTION...]
              --host ADDRESS       address to listen on (127.0.0.1)
              --port-base N        port of the first MX; 0 for free ports (2550)
              --rules FILE         providers, as a properties file (those that come with the simulator)
              --seed N             changes which recipients the everyday mix hits (1)
              --no-mix             accept every recipient whose address does not ask for something else
              --no-limits          bear any number of connections and any rate
              --record FILE        append one line per accepted message: id, source, provider, time, bytes,
                                   SHA-256 and recipients, separated by tabs
              --statistics FILE    write what every source did, as JSON lines, once a second and at the end
            The local part of a recipient may ask for a behaviour: accept, defer.N, never, bounce.CODE, stall,
            stalldot, drop, dropdot, lost.N, slow.MILLISECONDS, each with +ANYTHING after it.""";

    private SimulatorMain() {}

    /** Prints one line {@code NAME HOST:PORT} per MX and then {@code ready}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
            System.exit(2);
            return;
        }
        SimulatedProviders providers = new SimulatedProviders(options.settings(), Clock.systemUTC());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(providers, options, ended), "simulator-stop"));
        announce(providers, options.settings().host(), System.out);
        while (!ended.await(1, TimeUnit.SECONDS)) writeStatistics(providers, options);
    }

    private static void announce(SimulatedProviders providers, String host, PrintStream out) {
        for (Map.Entry<String, Integer> mx : providers.ports().entrySet()) {
            out.println(mx.getKey() + " " + host + ":" + mx.getValue());
        }
        out.println("ready");
        out.flush();
    }

    private static void stop(SimulatedProviders providers, Options options, CountDownLatch ended) {
        try {
            providers.close();
            writeStatistics(providers, options);
        } catch (IOException e) {
            System.err.println("simulator did not stop cleanly: " + e);
        } finally {
            ended.countDown();
        }
    }

    private static synchronized void writeStatistics(SimulatedProviders providers, Options options) throws IOException {
        if (options.statistics().isEmpty()) return;
        Path file = options.statistics().get();
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, providers.statistics().jsonLines(), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The command line. */
    record Options(SimulatorSettings settings, Optional<Path> statistics) {

        /** @throws IllegalArgumentException with a message for people */
        static Options parse(List<String> arguments) throws IOException {
            String host = SimulatorSettings.DEFAULT_HOST;
            int portBase = SimulatorSettings.DEFAULT_PORT_BASE;
            long seed = 1;
            boolean mix = true;
            boolean limits = true;
            Optional<Path> rulesFile = Optional.empty();
            Optional<Path> record = Optional.empty();
            Optional<Path> statistics = Optional.empty();
            List<String> rest = new ArrayList<>(arguments);
            while (!rest.isEmpty()) {
                String option = rest.remove(0);
                switch (option) {
                    case "--host" -> host = value(option, rest);
                    case "--port-base" -> portBase = (int) number(option, rest);
                    case "--seed" -> seed = number(option, rest);
                    case "--no-mix" -> mix = false;
                    case "--no-limits" -> limits = false;
                    case "--rules" -> rulesFile = Optional.of(Path.of(value(option, rest)));
                    case "--record" -> record = Optional.of(Path.of(value(option, rest)));
                    case "--statistics" -> statistics = Optional.of(Path.of(value(option, rest)));
                    default -> throw new IllegalArgumentException("unknown option " + option);
                }
            }
            List<ProviderRules> rules = rulesFile.isPresent() ? RulesFile.read(rulesFile.get()) : RulesFile.builtIn();
            return new Options(
                    new SimulatorSettings(host, portBase, adapted(rules, mix, limits), seed, record), statistics);
        }

        private static List<ProviderRules> adapted(List<ProviderRules> rules, boolean mix, boolean limits) {
            return rules.stream()
                    .map(provider -> mix ? provider : provider.withoutMix())
                    .map(provider -> limits ? provider : provider.withoutLimits())
                    .toList();
        }

        private static String value(String option, List<String> rest) {
            if (rest.isEmpty()) throw new IllegalArgumentException(option + " needs a value");
            return rest.remove(0);
        }

        private static long number(String option, List<String> rest) {
            String text = value(option, rest);
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(option + ": '" + text + "' is not a number", e);
            }
        }
    }
}

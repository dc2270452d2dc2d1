package org.postyard.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Starts simulators for tests, on free ports. */
final class Simulation {
    private Simulation() {}

    /** One provider named {@code p} with the given lines of rules, each without the provider's name. */
    static SimulatedProviders with(String... lines) throws IOException {
        return start(rules(lines), Optional.empty());
    }

    static SimulatedProviders recording(Path record, String... lines) throws IOException {
        return start(rules(lines), Optional.of(record));
    }

    static List<ProviderRules> rules(String... lines) {
        StringBuilder text = new StringBuilder("providers = p\np.mx = mx.p.localhost:0\n");
        for (String line : lines) text.append("p.").append(line).append('\n');
        try {
            return RulesFile.read(new StringReader(text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SimulatedProviders start(List<ProviderRules> rules, Optional<Path> record) throws IOException {
        return new SimulatedProviders(new SimulatorSettings("127.0.0.1", 0, rules, 1, record), Clock.systemUTC());
    }
}

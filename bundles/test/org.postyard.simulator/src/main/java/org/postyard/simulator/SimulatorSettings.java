package org.postyard.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to run the simulator.
 *
 * @param host address to listen on
 * @param portBase port of the MX with offset 0; 0 gives every MX a free port of its own
 * @param seed changes which recipients the everyday mix defers and rejects
 * @param record file for one line per accepted message
 */
public record SimulatorSettings(
        String host, int portBase, List<ProviderRules> rules, long seed, Optional<Path> record) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT_BASE = 2550;

    public SimulatorSettings {
        rules = List.copyOf(rules);
    }
}

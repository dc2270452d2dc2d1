package org.postyard.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.postyard.api.operation.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the simulator inside a node as long as there is a configuration for it; a taken port is tried again until it is free. */
@Component(
        immediate = true,
        configurationPid = "org.postyard.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatorComponent.Config.class)
public final class SimulatorComponent implements MetricSource {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorComponent.class);

    private static final long RETRY_MILLIS = 2_000;

    /** Settings of the simulator. */
    @ObjectClassDefinition(
            name = "Provider simulator",
            description = "Simulated mailbox providers. They run as long as this configuration exists.")
    @interface Config {
        @AttributeDefinition(name = "Host", description = "IP address to listen on.")
        String host() default SimulatorSettings.DEFAULT_HOST;

        @AttributeDefinition(
                name = "First port",
                description = "Port number of the first MX; the others follow by the offsets in the rules.")
        int portBase() default SimulatorSettings.DEFAULT_PORT_BASE;

        @AttributeDefinition(
                name = "Rules file",
                description =
                        "Path of a properties file with the providers; empty for those that come with the simulator.")
        String rules() default "";

        @AttributeDefinition(
                name = "Everyday mix",
                description = "Whether a few recipients are deferred at first and a few do not exist.")
        boolean mix() default true;

        @AttributeDefinition(name = "Seed", description = "Number that changes which recipients the mix hits.")
        long seed() default 1;

        @AttributeDefinition(
                name = "Record file",
                description = "Path of a file that gets one line per accepted message; empty for none.")
        String record() default "";
    }

    private final SimulatorSettings settings;
    private final Thread opener = new Thread(this::open, "simulator-open");
    private Optional<SimulatedProviders> providers = Optional.empty();
    private boolean ended;
    private boolean warned;

    @Activate
    public SimulatorComponent(Config config) throws IOException {
        settings = settings(config);
        opener.setDaemon(true);
        opener.start();
    }

    private void open() {
        try {
            while (!isOpen()) Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when there is nothing left to try. */
    private synchronized boolean isOpen() {
        if (ended) return true;
        try {
            SimulatedProviders opened = new SimulatedProviders(settings, Clock.systemUTC());
            providers = Optional.of(opened);
            LOG.info("simulator listens host={} ports={}", settings.host(), opened.ports());
            return true;
        } catch (IOException e) {
            if (!warned) LOG.warn("simulator waits for its ports, tries every {} ms: {}", RETRY_MILLIS, e.getMessage());
            warned = true;
            return false;
        }
    }

    private static SimulatorSettings settings(Config config) throws IOException {
        List<ProviderRules> rules =
                config.rules().isEmpty() ? RulesFile.builtIn() : RulesFile.read(Path.of(config.rules()));
        return new SimulatorSettings(
                config.host(),
                config.portBase(),
                config.mix()
                        ? rules
                        : rules.stream().map(ProviderRules::withoutMix).toList(),
                config.seed(),
                config.record().isEmpty() ? Optional.empty() : Optional.of(Path.of(config.record())));
    }

    @Override
    public synchronized Map<String, Double> measurements() {
        return providers.map(open -> Measurements.of(open.statistics())).orElse(Map.of());
    }

    @Deactivate
    synchronized void deactivate() throws IOException {
        ended = true;
        opener.interrupt();
        if (providers.isPresent()) providers.get().close();
    }
}

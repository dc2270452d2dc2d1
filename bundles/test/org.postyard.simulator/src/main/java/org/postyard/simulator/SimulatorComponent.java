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

/** Runs the simulator inside a node as long as there is a configuration for it. */
@Component(
        immediate = true,
        configurationPid = "org.postyard.simulator",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatorComponent.Config.class)
public final class SimulatorComponent implements MetricSource {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorComponent.class);

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

    private final SimulatedProviders providers;

    @Activate
    public SimulatorComponent(Config config) throws IOException {
        providers = new SimulatedProviders(settings(config), Clock.systemUTC());
        LOG.info("simulator listens host={} ports={}", config.host(), providers.ports());
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
    public Map<String, Double> measurements() {
        return Measurements.of(providers.statistics());
    }

    @Deactivate
    void deactivate() throws IOException {
        providers.close();
    }
}

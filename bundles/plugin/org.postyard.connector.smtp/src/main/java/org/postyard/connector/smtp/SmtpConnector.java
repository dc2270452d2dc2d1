package org.postyard.connector.smtp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.postyard.api.delivery.ConnectResult;
import org.postyard.api.delivery.Connector;
import org.postyard.api.delivery.Deadline;
import org.postyard.api.dns.AddressResolver;
import org.postyard.api.fleet.EgressPath;
import org.postyard.api.fleet.SecretSource;
import org.postyard.api.plugin.PluginProperties;

/** The connector {@code smtp}: to the MX hosts of the path's site, or to the fixed next hop of its source. */
@Component(
        service = Connector.class,
        configurationPid = "org.postyard.connector.smtp",
        property = PluginProperties.CONNECTOR_ID + "=smtp")
@Designate(ocd = SmtpConnectorConfig.class)
public final class SmtpConnector implements Connector {
    private final Switchboard switchboard;
    private final DeparturePlanner planner;

    /** @throws SSLException if the trusted certificates cannot be read */
    @Activate
    public SmtpConnector(
            SmtpConnectorConfig config, @Reference AddressResolver resolver, @Reference SecretSource secrets)
            throws SSLException {
        this(Settings.of(config), resolver, secrets);
    }

    SmtpConnector(Settings settings, AddressResolver resolver, SecretSource secrets) throws SSLException {
        switchboard = new Switchboard(settings, resolver);
        planner = new DeparturePlanner(settings, secrets);
    }

    @Override
    public CompletionStage<ConnectResult> connect(EgressPath path, Deadline deadline) {
        DeparturePlanner.Plan plan = planner.plan(path);
        Optional<Departure> departure = plan.departure();
        return departure.isPresent()
                ? switchboard.dial(departure.get(), deadline)
                : CompletableFuture.completedFuture(plan.obstacle());
    }

    @Deactivate
    void deactivate() {
        switchboard.shutDown();
    }
}

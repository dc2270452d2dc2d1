package org.postyard.control;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.postyard.control.access.PermissionFeature;
import org.postyard.control.host.Desks;
import org.postyard.control.host.Host;
import org.postyard.control.json.Json;
import org.postyard.control.json.JsonBodies;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.route.AboutRoutes;
import org.postyard.control.route.AccountRoutes;
import org.postyard.control.route.BodyLimit;
import org.postyard.control.route.BodyRemainder;
import org.postyard.control.route.EventRoutes;
import org.postyard.control.route.FeatureRoutes;
import org.postyard.control.route.FleetRoutes;
import org.postyard.control.route.HealthRoutes;
import org.postyard.control.route.JobRoutes;
import org.postyard.control.route.KeyRoutes;
import org.postyard.control.route.LedgerRoutes;
import org.postyard.control.route.LimitRoutes;
import org.postyard.control.route.LogRoutes;
import org.postyard.control.route.MessageRoutes;
import org.postyard.control.route.MetricRoutes;
import org.postyard.control.route.NoStore;
import org.postyard.control.route.Parameters;
import org.postyard.control.route.PluginRoutes;
import org.postyard.control.route.PluginUploads;
import org.postyard.control.route.PoolRoutes;
import org.postyard.control.route.QueueRoutes;
import org.postyard.control.route.ServerRoutes;
import org.postyard.control.route.SettingsRoutes;
import org.postyard.control.route.SourceRoutes;
import org.postyard.control.route.SuppressionRoutes;
import org.postyard.control.route.UploadRoutes;

/** Everything that Jersey is to serve. */
final class Resources {
    private final Host host;
    private final Desks desks;
    private final Clock clock;
    private final BodyLimit bodyLimit;

    Resources(Host host, Desks desks, Clock clock, BodyLimit bodyLimit) {
        this.host = host;
        this.desks = desks;
        this.clock = clock;
        this.bodyLimit = bodyLimit;
    }

    /** One object for each noun of the API. */
    List<Object> routes() {
        return List.of(
                new LedgerRoutes(host),
                new ServerRoutes(host),
                new SourceRoutes(host),
                new PoolRoutes(host),
                new QueueRoutes(host),
                new MessageRoutes(host),
                new EventRoutes(host),
                new SuppressionRoutes(host, clock),
                new FleetRoutes(host),
                new LimitRoutes(host),
                new PluginRoutes(host, desks),
                new UploadRoutes(desks, new PluginUploads(clock)),
                new FeatureRoutes(desks),
                new JobRoutes(desks),
                new SettingsRoutes(desks),
                new AccountRoutes(desks),
                new LogRoutes(desks),
                new KeyRoutes(host, clock),
                new HealthRoutes(host),
                new MetricRoutes(host),
                new AboutRoutes());
    }

    ResourceConfig config() {
        ResourceConfig config = new ResourceConfig();
        config.addProperties(Map.of(
                ServerProperties.WADL_FEATURE_DISABLE, true,
                ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                ServerProperties.BV_FEATURE_DISABLE, true,
                ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));
        List<Object> routes = routes();
        routes.forEach(route -> config.register(route.getClass()));
        config.register(new Singletons(routes));
        config.register(new JsonBodies(new Json()));
        config.register(new ProblemMapper());
        config.register(new Parameters());
        config.register(new PermissionFeature());
        config.register(bodyLimit);
        config.register(new BodyRemainder());
        config.register(new NoStore());
        return config;
    }

    /** Gives Jersey our objects for their classes, instead of letting it make its own. */
    private static final class Singletons extends AbstractBinder {
        private final List<Object> routes;

        Singletons(List<Object> routes) {
            this.routes = routes;
        }

        @Override
        protected void configure() {
            for (Object route : routes) bindInstance(route);
        }

        private <T> void bindInstance(T route) {
            @SuppressWarnings("unchecked") // an object is of its own class
            Class<T> type = (Class<T>) route.getClass();
            bind(route).to(type).ranked(1);
        }
    }
}

package org.postyard.control;

import java.util.List;
import java.util.Map;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.postyard.control.access.PermissionFeature;
import org.postyard.control.host.Host;
import org.postyard.control.json.Json;
import org.postyard.control.json.JsonBodies;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.control.route.BodyLimit;
import org.postyard.control.route.HealthRoutes;
import org.postyard.control.route.LedgerRoutes;
import org.postyard.control.route.NoStore;
import org.postyard.control.route.PoolRoutes;
import org.postyard.control.route.ServerRoutes;
import org.postyard.control.route.SourceRoutes;

/** Everything that Jersey is to serve. */
final class Resources {
    private final Host host;
    private final long maxBodyBytes;

    Resources(Host host, long maxBodyBytes) {
        this.host = host;
        this.maxBodyBytes = maxBodyBytes;
    }

    /** One object for each noun of the API. */
    List<Object> routes() {
        return List.of(
                new LedgerRoutes(host),
                new ServerRoutes(host),
                new SourceRoutes(host),
                new PoolRoutes(host),
                new HealthRoutes(host));
    }

    ResourceConfig config() {
        ResourceConfig config = new ResourceConfig();
        config.addProperties(Map.of(
                ServerProperties.WADL_FEATURE_DISABLE, true,
                ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                ServerProperties.BV_FEATURE_DISABLE, true,
                ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));
        routes().forEach(config::register);
        config.register(new JsonBodies(new Json()));
        config.register(new ProblemMapper());
        config.register(new PermissionFeature());
        config.register(new BodyLimit(maxBodyBytes));
        config.register(new NoStore());
        return config;
    }
}

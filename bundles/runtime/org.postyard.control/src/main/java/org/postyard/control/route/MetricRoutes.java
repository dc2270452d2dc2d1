package org.postyard.control.route;

import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.metric.MetricText;

/** Numbers for Prometheus. */
@Path("/metrics")
@Tag(name = "metrics")
public final class MetricRoutes {
    private final Host host;

    public MetricRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Produces(MetricText.MEDIA_TYPE)
    @Allowed(WATCH)
    @Operation(summary = "All numbers in the text format of Prometheus")
    public String metrics() {
        return MetricText.of(host.yard().metrics());
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.ForAnybody;
import org.postyard.control.host.Host;
import org.postyard.control.view.HealthCheck;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LiveView;

/** How the node is. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "health")
public final class HealthRoutes {
    private final Host host;

    public HealthRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "How the node is, part by part; a part that is missing is named")
    public HealthView health() {
        return HealthCheck.of(host);
    }

    @GET
    @Path("/live")
    @ForAnybody
    @Operation(summary = "Whether the process answers; needs no account")
    public LiveView live() {
        return new LiveView("alive");
    }
}

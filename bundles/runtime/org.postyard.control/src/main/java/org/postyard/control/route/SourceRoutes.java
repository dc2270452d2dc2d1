package org.postyard.control.route;

import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.SourceView;

/** EgressSources: the ways out. */
@Path("/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
public final class SourceRoutes {
    private final Host host;

    public SourceRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All EgressSources as they are now")
    public List<SourceView> sources() {
        return host.yard().sources().stream().map(YardViews::of).toList();
    }
}

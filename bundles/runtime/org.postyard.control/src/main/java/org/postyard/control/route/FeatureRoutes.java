package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_PLUGINS;
import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.administration.PluginDesk;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.FeatureView;
import org.postyard.protocol.JobView;

/** Features: bundles that come and go together. */
@Path("/features")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class FeatureRoutes {
    private final PluginDesk plugins;

    public FeatureRoutes(Desks desks) {
        this.plugins = desks.plugins();
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All features that bring plug-ins, installed or not")
    public List<FeatureView> features() {
        return plugins.features().stream().map(AdminViews::of).toList();
    }

    @POST
    @Path("/{name}/install")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Begins to install a feature that the node knows; nothing is refreshed")
    public JobView installFeature(@PathParam("name") String name, @Context SecurityContext security) {
        return AdminViews.of(plugins.installFeature(existing(name), Callers.nameOf(security)));
    }

    @DELETE
    @Path("/{name}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Begins to remove a feature with its bundles; nothing is refreshed")
    public JobView removeFeature(@PathParam("name") String name, @Context SecurityContext security) {
        return AdminViews.of(plugins.removeFeature(existing(name), Callers.nameOf(security)));
    }

    private String existing(String name) {
        if (plugins.features().stream().anyMatch(feature -> feature.name().equals(name))) return name;
        throw Problems.notFound("There is no plug-in feature '" + name + "'.");
    }
}

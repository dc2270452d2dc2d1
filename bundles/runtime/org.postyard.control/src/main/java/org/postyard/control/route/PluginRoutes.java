package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_PLUGINS;
import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.operation.SlotStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.plugin.Plugins;
import org.postyard.control.plugin.Plugins.Change;
import org.postyard.control.plugin.Plugins.Plugin;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.PluginChange;
import org.postyard.protocol.PluginView;

/** Plug-ins: which there are, how they do, and their replacement while mail is flowing. */
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class PluginRoutes {
    static final String JAR = "application/java-archive";
    private final Host host;
    private final Plugins plugins;

    public PluginRoutes(Host host, Plugins plugins) {
        this.host = host;
        this.plugins = plugins;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All plug-in bundles with the engine's slots for their services")
    public List<PluginView> plugins() {
        List<SlotStatus> slots = host.yard().slots();
        return plugins.list().stream().map(plugin -> view(plugin, slots)).toList();
    }

    @POST
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Installs an uploaded bundle and starts it; one that does not start is not kept")
    public PluginChange installPlugin(InputStream jar) {
        return answer(plugins.install(jar));
    }

    @PUT
    @Path("/{id}")
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Allowed(MANAGE_PLUGINS)
    @Operation(
            summary =
                    "Puts an uploaded bundle in the place of a plug-in; if it does not start, the version before it comes back")
    public PluginChange updatePlugin(@PathParam("id") long id, InputStream jar) {
        existing(id);
        return answer(plugins.update(id, jar));
    }

    @GET
    @Path("/{id}/refresh-set")
    @Allowed(WATCH)
    @Operation(summary = "Other bundles that would restart with this one; to be looked at before an update")
    public List<String> pluginRefreshSet(@PathParam("id") long id) {
        return plugins.refreshSet(existing(id).id());
    }

    @POST
    @Path("/{id}/start")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Starts a plug-in")
    public PluginChange startPlugin(@PathParam("id") long id) {
        return answer(plugins.start(existing(id).id()));
    }

    @POST
    @Path("/{id}/stop")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Stops a plug-in; what waits for it keeps waiting")
    public PluginChange stopPlugin(
            @PathParam("id") long id, @QueryParam("preview") @DefaultValue("false") boolean preview) {
        Plugin plugin = existing(id);
        if (!preview) return answer(plugins.stop(id));
        String text = "Would stop " + plugin.symbolicName() + ".";
        return new PluginChange(
                false,
                text,
                plugins.refreshSet(id),
                Optional.of(view(plugin, host.yard().slots())));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Removes a plug-in that was uploaded")
    public PluginChange removePlugin(@PathParam("id") long id) {
        return answer(plugins.remove(existing(id).id()));
    }

    private Plugin existing(long id) {
        return plugins.find(id).orElseThrow(() -> Problems.notFound("There is no plug-in " + id + "."));
    }

    private PluginChange answer(Change change) {
        if (!change.done()) throw Problems.conflict(change.text());
        List<SlotStatus> slots = host.yard().slots();
        return new PluginChange(
                true, change.text(), change.refreshed(), change.plugin().map(plugin -> view(plugin, slots)));
    }

    private static PluginView view(Plugin plugin, List<SlotStatus> slots) {
        return new PluginView(
                plugin.id(),
                plugin.name(),
                plugin.symbolicName(),
                plugin.version(),
                plugin.state(),
                plugin.uploaded(),
                slots.stream()
                        .filter(slot -> slot.bundle().equals(plugin.symbolicName()))
                        .map(YardViews::of)
                        .toList());
    }
}

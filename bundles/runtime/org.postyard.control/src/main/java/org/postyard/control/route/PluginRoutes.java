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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.JobDesk;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.PluginDesk.Action;
import org.postyard.api.administration.PluginDesk.Plugin;
import org.postyard.api.operation.SlotStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.JobView;
import org.postyard.protocol.PluginChange;
import org.postyard.protocol.PluginPreview;
import org.postyard.protocol.PluginView;

/** Plug-ins: which there are, how they do, and their replacement while mail is flowing. */
@Path("/plugins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class PluginRoutes {
    static final String JAR = "application/java-archive";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Host host;
    private final PluginDesk plugins;
    private final JobDesk jobs;

    public PluginRoutes(Host host, Desks desks) {
        this.host = host;
        this.plugins = desks.plugins();
        this.jobs = desks.jobs();
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All plug-in bundles with their health and the engine's slots for their services")
    public List<PluginView> plugins() {
        List<SlotStatus> slots = host.yard().slots();
        return plugins.plugins().stream()
                .map(plugin -> AdminViews.of(plugin, slots))
                .toList();
    }

    @POST
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Allowed(MANAGE_PLUGINS)
    @Operation(
            summary =
                    "Installs an uploaded bundle or feature archive, or updates the plug-in of that name, and waits; what does not start is not kept")
    public PluginChange installPlugin(InputStream jar, @Context SecurityContext security) {
        java.nio.file.Path file = PluginUploads.receive(jar);
        PluginDesk.Preview preview = PluginFiles.preview(file, () -> plugins.preview(file));
        return ended(PluginFiles.begin(file, () -> plugins.install(file, Callers.nameOf(security))), preview.name());
    }

    @PUT
    @Path("/{id}")
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Allowed(MANAGE_PLUGINS)
    @Operation(
            summary =
                    "Puts an uploaded bundle in the place of a plug-in and waits; if it does not start, the version before it comes back")
    public PluginChange updatePlugin(@PathParam("id") long id, InputStream jar, @Context SecurityContext security) {
        Plugin plugin = existing(id);
        java.nio.file.Path file = PluginUploads.receive(jar);
        var unused = PluginFiles.preview(file, () -> plugins.previewUpdate(id, file));
        return ended(
                PluginFiles.begin(file, () -> plugins.update(id, file, Callers.nameOf(security))),
                plugin.symbolicName());
    }

    @GET
    @Path("/{id}/refresh-set")
    @Allowed(WATCH)
    @Operation(summary = "Other bundles that would restart with this one; to be looked at before an update")
    public List<String> pluginRefreshSet(@PathParam("id") long id) {
        return plugins.preview(Action.REMOVE, existing(id).id()).refreshed();
    }

    @GET
    @Path("/{id}/preview/{action}")
    @Allowed(WATCH)
    @Operation(summary = "What start, stop, drain, open, rollback or remove would do, and what would restart with it")
    public PluginPreview previewPluginAction(@PathParam("id") long id, @PathParam("action") String action) {
        return AdminViews.of(plugins.preview(actionOf(action), existing(id).id()));
    }

    @POST
    @Path("/{id}/jobs/{action}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Begins start, stop, drain, open, rollback or remove; how far it is, the job tells")
    public JobView beginPluginAction(
            @PathParam("id") long id, @PathParam("action") String action, @Context SecurityContext security) {
        Action wanted = actionOf(action);
        return AdminViews.of(plugins.begin(wanted, existing(id).id(), Callers.nameOf(security)));
    }

    @POST
    @Path("/{id}/start")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Starts a plug-in")
    public PluginChange startPlugin(@PathParam("id") long id, @Context SecurityContext security) {
        Plugin plugin = existing(id);
        return ended(plugins.begin(Action.START, id, Callers.nameOf(security)), plugin.symbolicName());
    }

    @POST
    @Path("/{id}/stop")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Drains and stops a plug-in; what waits for it keeps waiting")
    public PluginChange stopPlugin(
            @PathParam("id") long id,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @Context SecurityContext security) {
        Plugin plugin = existing(id);
        if (!preview) return ended(plugins.begin(Action.STOP, id, Callers.nameOf(security)), plugin.symbolicName());
        return new PluginChange(
                false,
                "Would stop " + plugin.symbolicName() + ".",
                plugins.preview(Action.REMOVE, id).refreshed(),
                Optional.of(AdminViews.of(plugin, host.yard().slots())));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Removes a plug-in that was uploaded")
    public PluginChange removePlugin(@PathParam("id") long id, @Context SecurityContext security) {
        Plugin plugin = existing(id);
        return ended(plugins.begin(Action.REMOVE, id, Callers.nameOf(security)), plugin.symbolicName());
    }

    private Plugin existing(long id) {
        return plugins.plugin(id).orElseThrow(() -> Problems.notFound("There is no plug-in " + id + "."));
    }

    private static Action actionOf(String word) {
        for (Action action : Action.values())
            if (action.name().toLowerCase(Locale.ROOT).equals(word)) return action;
        throw Problems.notFound("Nothing called '" + word + "' can be done to a plug-in.");
    }

    /** Waits for a job; 409 with its own words if it did not do it. */
    private PluginChange ended(Job begun, String plugin) {
        Job job = Awaited.job(jobs, begun, PATIENCE);
        if (job.state() != Job.State.DONE) throw Problems.conflict(job.result());
        List<SlotStatus> slots = host.yard().slots();
        return new PluginChange(
                true,
                job.result(),
                List.of(),
                plugins.plugins().stream()
                        .filter(one -> one.symbolicName().equals(plugin))
                        .findFirst()
                        .map(one -> AdminViews.of(one, slots)));
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_PLUGINS;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.administration.PluginDesk;
import org.postyard.api.administration.PluginDesk.Preview;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.Problems;
import org.postyard.control.route.PluginUploads.Upload;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.JobView;
import org.postyard.protocol.UploadView;

/** Plug-in files that are sent first, looked at, and installed when somebody says so. */
@Path("/plugins/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class UploadRoutes {
    private final PluginDesk plugins;
    private final PluginUploads uploads;

    public UploadRoutes(Desks desks, PluginUploads uploads) {
        this.plugins = desks.plugins();
        this.uploads = uploads;
    }

    @POST
    @Consumes({PluginRoutes.JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Allowed(MANAGE_PLUGINS)
    @Operation(
            summary =
                    "Takes a bundle or feature archive and tells what installing it would do and what would restart; changes nothing. 422 if it is no plug-in or needs what is not there")
    public UploadView uploadPlugin(
            @QueryParam("name") @DefaultValue("plugin.jar") String name,
            @QueryParam("plugin") @Nullable Long plugin,
            InputStream body) {
        java.nio.file.Path file = PluginUploads.receive(body);
        Preview preview = PluginFiles.preview(file, () -> previewOf(plugin, file));
        return PluginFiles.begin(file, () -> view(uploads.keep(name, file), preview));
    }

    private Preview previewOf(@Nullable Long plugin, java.nio.file.Path file) {
        if (plugin == null) return plugins.preview(file);
        if (plugins.plugin(plugin).isEmpty()) throw Problems.notFound("There is no plug-in " + plugin + ".");
        return plugins.previewUpdate(plugin, file);
    }

    @GET
    @Path("/{id}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "What installing an uploaded file would do now")
    public UploadView upload(@PathParam("id") String id) {
        Upload upload = uploads.find(id).orElseThrow(() -> unknown(id));
        return view(upload, plugins.preview(upload.file()));
    }

    @POST
    @Path("/{id}/install")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Begins to install an uploaded file, or to update the plug-in of its name by it")
    public JobView installUpload(@PathParam("id") String id, @Context SecurityContext security) {
        Upload upload = uploads.take(id).orElseThrow(() -> unknown(id));
        return AdminViews.of(
                PluginFiles.begin(upload.file(), () -> plugins.install(upload.file(), Callers.nameOf(security))));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Throws an uploaded file away")
    public ActionView discardUpload(@PathParam("id") String id) {
        Upload upload = uploads.take(id).orElseThrow(() -> unknown(id));
        PluginUploads.delete(upload.file());
        return new ActionView(true, 1, "The file " + upload.name() + " is thrown away.");
    }

    private static ProblemException unknown(String id) {
        return Problems.notFound("There is no uploaded file " + id
                + "; files that nobody installs are thrown away after " + PluginUploads.KEPT.toMinutes() + " minutes.");
    }

    private static UploadView view(Upload upload, Preview preview) {
        return new UploadView(
                upload.id(), upload.name(), upload.sizeBytes(), upload.keptUntil(), AdminViews.of(preview));
    }
}

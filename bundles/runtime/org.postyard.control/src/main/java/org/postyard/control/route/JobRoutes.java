package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_PLUGINS;
import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.administration.Job;
import org.postyard.api.administration.JobDesk;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.JobView;

/** Long actions: how far they are, and their cancellation. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
public final class JobRoutes {
    private final JobDesk jobs;

    public JobRoutes(Desks desks) {
        this.jobs = desks.jobs();
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "Long actions under way, and the last ones that ended, the newest first")
    public List<JobView> jobs() {
        return jobs.jobs().stream().map(AdminViews::of).toList();
    }

    @GET
    @Path("/{id}")
    @Allowed(WATCH)
    @Operation(summary = "One long action, as far as it is")
    public JobView job(@PathParam("id") String id) {
        return AdminViews.of(existing(id));
    }

    @DELETE
    @Path("/{id}")
    @Allowed(MANAGE_PLUGINS)
    @Operation(summary = "Asks a long action to stop and to put everything back; 409 if it is too late")
    public JobView cancelJob(@PathParam("id") String id, @Context SecurityContext security) {
        Job job = existing(id);
        if (!jobs.cancel(id, Callers.nameOf(security)))
            throw Problems.conflict("It is too late to cancel '" + job.title() + "'.");
        return AdminViews.of(existing(id));
    }

    private Job existing(String id) {
        return jobs.job(id).orElseThrow(() -> Problems.notFound("There is no job " + id + "."));
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.CHANGE_SETTINGS;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.administration.SettingsDesk.Wrong;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Desks;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.SettingsChange;
import org.postyard.protocol.SettingsCheck;
import org.postyard.protocol.SettingsView;

/** Settings of plug-ins and parts of the node, with what they mean. */
@Path("/settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settings")
public final class SettingsRoutes {
    private final SettingsDesk desk;

    public SettingsRoutes(Desks desks) {
        this.desk = desks.settings();
    }

    @GET
    @Allowed(CHANGE_SETTINGS)
    @Operation(summary = "All settings by PID, with type, range, default and value; secrets without their value")
    public List<SettingsView> settings() {
        return desk.settings().stream().map(AdminViews::of).toList();
    }

    @GET
    @Path("/{pid}")
    @Allowed(CHANGE_SETTINGS)
    @Operation(summary = "The settings of one PID")
    public SettingsView settingsOf(@PathParam("pid") String pid) {
        return desk.settings(pid).map(AdminViews::of).orElseThrow(() -> unknown(pid));
    }

    @POST
    @Path("/{pid}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(CHANGE_SETTINGS)
    @Operation(summary = "Whether new values would be accepted; changes nothing")
    public SettingsCheck checkSettings(@PathParam("pid") String pid, SettingsChange change) {
        existing(pid);
        List<FieldProblem> problems =
                problems(desk.check(pid, Required.body(change).values()));
        return new SettingsCheck(problems.isEmpty(), problems);
    }

    @PUT
    @Path("/{pid}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(CHANGE_SETTINGS)
    @Operation(
            summary =
                    "Sets new values at once; what is not named stays, an empty list sets the default, and if any is wrong nothing changes")
    public SettingsView changeSettings(
            @PathParam("pid") String pid, SettingsChange change, @Context SecurityContext security) {
        existing(pid);
        List<Wrong> wrong = desk.change(pid, Required.body(change).values(), Callers.nameOf(security));
        if (!wrong.isEmpty()) {
            Wrong first = wrong.get(0);
            throw Problems.invalid(first.setting() + ": " + first.reason(), problems(wrong));
        }
        return settingsOf(pid);
    }

    @DELETE
    @Path("/{pid}")
    @Allowed(CHANGE_SETTINGS)
    @Operation(summary = "Sets all defaults again")
    public SettingsView resetSettings(@PathParam("pid") String pid, @Context SecurityContext security) {
        existing(pid);
        var unused = desk.reset(pid, Callers.nameOf(security));
        return settingsOf(pid);
    }

    private void existing(String pid) {
        if (desk.settings(pid).isEmpty()) throw unknown(pid);
    }

    private static ProblemException unknown(String pid) {
        return Problems.notFound("Nothing declares settings of '" + pid + "'.");
    }

    private static List<FieldProblem> problems(List<Wrong> wrong) {
        return wrong.stream()
                .map(one -> new FieldProblem("/values/" + one.setting(), 0, one.reason()))
                .toList();
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.STEER_SERVERS;
import static org.postyard.api.access.Operation.WATCH;

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
import org.postyard.api.operation.ServerStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.ServerView;

/** SendingServers: how they are, and whether they get work. */
@Path("/servers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "servers")
public final class ServerRoutes {
    private final Host host;

    public ServerRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All SendingServers as they are now")
    public List<ServerView> servers() {
        return host.yard().servers().stream().map(YardViews::of).toList();
    }

    @GET
    @Path("/{id}")
    @Allowed(WATCH)
    @Operation(summary = "One SendingServer as it is now")
    public ServerView server(@PathParam("id") String id) {
        return YardViews.of(existing(id));
    }

    @POST
    @Path("/{id}/drain")
    @Allowed(STEER_SERVERS)
    @Operation(summary = "Stops new work for a server; what is in flight ends normally")
    public ActionView drainServer(@PathParam("id") String id, @Context SecurityContext security) {
        return Awaited.action(host.yard().drain(existing(id).id(), Callers.nameOf(security)));
    }

    @POST
    @Path("/{id}/maintenance")
    @Allowed(STEER_SERVERS)
    @Operation(summary = "Drains a server and keeps it out until it is resumed")
    public ActionView maintainServer(@PathParam("id") String id, @Context SecurityContext security) {
        return Awaited.action(host.yard().maintenance(existing(id).id(), Callers.nameOf(security)));
    }

    @POST
    @Path("/{id}/resume")
    @Allowed(STEER_SERVERS)
    @Operation(summary = "Gives a server work again")
    public ActionView resumeServer(@PathParam("id") String id, @Context SecurityContext security) {
        return Awaited.action(host.yard().resume(existing(id).id(), Callers.nameOf(security)));
    }

    private ServerStatus existing(String id) {
        return host.yard().servers().stream()
                .filter(server -> server.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("The fleet has no server '" + id + "'."));
    }
}

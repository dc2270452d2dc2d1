package org.postyard.control.route;

import static org.postyard.api.access.Operation.MANAGE_ACCESS;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Role;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.KeyCreated;
import org.postyard.protocol.KeyRequest;
import org.postyard.protocol.KeyView;

/** API keys: what programs use instead of a password. */
@Path("/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
public final class KeyRoutes {
    private final Host host;
    private final Clock clock;

    public KeyRoutes(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    @GET
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "All API keys, without their secrets")
    public List<KeyView> keys() {
        return host.keys().list().stream().map(KeyRoutes::view).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "Makes a key; its token is in this answer and nowhere else")
    public KeyCreated createKey(KeyRequest request, @Context SecurityContext security) {
        String name = Required.text("/name", Required.body(request).name());
        Role role = Role.ofRealmName(Required.text("/role", request.role()))
                .orElseThrow(
                        () -> Problems.invalid("/role", "The role is none of viewer, operator, integrator, admin."));
        if (request.expires().filter(end -> !end.isAfter(clock.instant())).isPresent())
            throw Problems.invalid("/expires", "The key would have expired already.");
        ApiKeys.Created created = host.keys().create(name, role, request.expires(), Callers.nameOf(security));
        return new KeyCreated(view(created.key()), created.token());
    }

    @DELETE
    @Path("/{id}")
    @Allowed(MANAGE_ACCESS)
    @Operation(summary = "Removes a key; requests with its token are refused from now on")
    public ActionView removeKey(@PathParam("id") String id) {
        if (!host.keys().remove(id)) throw Problems.notFound("There is no key " + id + ".");
        return new ActionView(true, 1, "Key " + id + " is removed.");
    }

    private static KeyView view(ApiKeys.ApiKey key) {
        return new KeyView(key.id(), key.name(), key.role().realmName(), key.created(), key.author(), key.expires());
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.READ_FLEET;
import static org.postyard.api.access.Operation.TUNE;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.LimitDesk.Name;
import org.postyard.api.fleet.LimitDesk.Scope;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.AdminViews;
import org.postyard.protocol.FleetApplied;
import org.postyard.protocol.LimitChange;
import org.postyard.protocol.LimitScope;
import org.postyard.protocol.LimitView;

/** Limits, changed in place: each change is a version of the fleet document, so rolling back undoes it. */
@Path("/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "limits")
public final class LimitRoutes {
    private final Host host;

    public LimitRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(READ_FLEET)
    @Operation(summary = "All limits that the fleet document sets; of those that match a path, the strictest counts")
    public List<LimitView> limits() {
        return host.limits().limits().stream().map(AdminViews::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(TUNE)
    @Operation(summary = "Sets one limit, or takes it away, as a new version of the fleet document")
    public FleetApplied changeLimit(LimitChange change, @Context SecurityContext security) {
        LimitScope scope = Required.body(Required.body(change).scope());
        Name name = Name.ofKey(Required.text("/name", change.name()))
                .orElseThrow(() -> Problems.invalid(
                        "/name",
                        "There is no limit called '" + change.name() + "'; there are "
                                + Arrays.stream(Name.values()).map(Name::key).collect(Collectors.joining(", ")) + "."));
        String reason = Required.text("/reason", change.reason());
        Applied applied = host.limits()
                .change(
                        new Scope(scope.server(), scope.source(), scope.pool(), scope.provider(), scope.domain()),
                        name,
                        change.value().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        Callers.nameOf(security),
                        reason);
        return FleetRoutes.applied(applied);
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.TUNE;
import static org.postyard.api.access.Operation.WATCH;

import jakarta.ws.rs.Consumes;
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
import org.postyard.api.operation.PoolStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.YardViews;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.BalancerChoice;
import org.postyard.protocol.DryRunRequest;
import org.postyard.protocol.DryRunView;
import org.postyard.protocol.PoolView;

/** IpPools and their balancers. */
@Path("/pools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pools")
public final class PoolRoutes {
    private static final int MOST_ATTEMPTS = 1_000_000;
    private final Host host;

    public PoolRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(WATCH)
    @Operation(summary = "All IpPools, with what each member carried")
    public List<PoolView> pools() {
        return host.yard().pools().stream().map(YardViews::of).toList();
    }

    @POST
    @Path("/{id}/balancer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(TUNE)
    @Operation(summary = "Switches the balancer of a pool until the next fleet version says otherwise")
    public ActionView switchBalancer(
            @PathParam("id") String id, BalancerChoice choice, @Context SecurityContext security) {
        String balancer = Required.text("/balancer", Required.body(choice).balancer());
        return Awaited.action(host.yard().switchBalancer(existing(id).id(), balancer, Callers.nameOf(security)));
    }

    @POST
    @Path("/{id}/dry-run")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(WATCH)
    @Operation(summary = "What a balancer would do with so many attempts; sends nothing")
    public DryRunView dryRunBalancer(@PathParam("id") String id, DryRunRequest request) {
        int attempts = Required.between("/attempts", Required.body(request).attempts(), 1, MOST_ATTEMPTS);
        PoolStatus pool = existing(id);
        String balancer = request.balancer().orElse(pool.balancer());
        return new DryRunView(id, balancer, attempts, Awaited.of(host.yard().dryRun(id, balancer, attempts)));
    }

    private PoolStatus existing(String id) {
        return host.yard().pools().stream()
                .filter(pool -> pool.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problems.notFound("The fleet has no pool '" + id + "'."));
    }
}

package org.postyard.control.route;

import static org.postyard.api.access.Operation.EDIT_SUPPRESSIONS;
import static org.postyard.api.access.Operation.READ_ADDRESSES;

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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.Handling;
import org.postyard.api.suppression.Suppression;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.SuppressionMatch;
import org.postyard.protocol.SuppressionPage;
import org.postyard.protocol.SuppressionRequest;
import org.postyard.protocol.SuppressionView;

/** Suppressions: to whom nothing is sent. */
@Path("/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "suppressions")
public final class SuppressionRoutes {
    private static final int MOST_ROWS = 10_000;
    private final Host host;
    private final Clock clock;

    public SuppressionRoutes(Host host, Clock clock) {
        this.host = host;
        this.clock = clock;
    }

    @GET
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Entries in order of address, by pages")
    public SuppressionPage suppressions(
            @QueryParam("after") @DefaultValue("") String after, @QueryParam("limit") @DefaultValue("100") int limit) {
        int rows = Required.between("limit", limit, 1, MOST_ROWS);
        List<Suppression> found = host.suppressions().list(after, rows);
        return new SuppressionPage(
                found.stream().map(SuppressionRoutes::view).toList(),
                host.suppressions().size(),
                found.size() >= rows);
    }

    @GET
    @Path("/match")
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Whether an address may be sent to for a tenant, and which entry forbids it")
    public SuppressionMatch matchSuppression(
            @QueryParam("address") @Nullable String address,
            @QueryParam("tenant") @DefaultValue(Handling.DEFAULT_TENANT) String tenant) {
        String wanted = Required.text("address", address);
        Optional<Suppression> entry = host.suppressions().match(wanted, tenant);
        return new SuppressionMatch(wanted, tenant, entry.isPresent(), entry.map(SuppressionRoutes::view));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(EDIT_SUPPRESSIONS)
    @Operation(summary = "Adds or replaces the entry of an address, tenant and reason")
    public SuppressionView addSuppression(SuppressionRequest request, @Context SecurityContext security) {
        String address = Required.text("/address", Required.body(request).address())
                .trim()
                .toLowerCase(Locale.ROOT);
        if (address.indexOf('@') < 0 || address.endsWith("@"))
            throw Problems.invalid("/address", "'" + address + "' is neither an address nor @domain.");
        if (request.expires().filter(end -> !end.isAfter(clock.instant())).isPresent())
            throw Problems.invalid("/expires", "/expires is in the past.");
        Suppression suppression = new Suppression(
                address,
                reasonOf(request.reason().orElse("manual")),
                request.tenant(),
                request.source().orElse(Callers.nameOf(security)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                request.expires());
        host.suppressions().add(suppression);
        return view(suppression);
    }

    @DELETE
    @Path("/{address}")
    @Allowed(EDIT_SUPPRESSIONS)
    @Operation(summary = "Removes all entries of an address in one scope: a tenant's, or everybody's if none is given")
    public ActionView removeSuppression(
            @PathParam("address") String address, @QueryParam("tenant") @Nullable String tenant) {
        int removed = host.suppressions().remove(address.toLowerCase(Locale.ROOT), Optional.ofNullable(tenant));
        if (removed == 0) throw Problems.notFound("There is no such entry in this scope.");
        return new ActionView(true, removed, "Removed " + removed + (removed == 1 ? " entry." : " entries."));
    }

    private static Suppression.Reason reasonOf(String word) {
        for (Suppression.Reason reason : Suppression.Reason.values())
            if (reason.name().toLowerCase(Locale.ROOT).equals(word)) return reason;
        throw Problems.invalid("/reason", "'" + word + "' is none of unsubscribed, hard_bounce, complaint, manual.");
    }

    private static SuppressionView view(Suppression suppression) {
        return new SuppressionView(
                suppression.address(),
                suppression.reason().name().toLowerCase(Locale.ROOT),
                suppression.tenant(),
                suppression.source(),
                suppression.since(),
                suppression.expires());
    }
}

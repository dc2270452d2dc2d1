package org.postyard.control.route;

import static org.postyard.api.access.Operation.CHANGE_FLEET;
import static org.postyard.api.access.Operation.READ_FLEET;

import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.FleetApplied;
import org.postyard.protocol.FleetCheck;
import org.postyard.protocol.FleetDiff;
import org.postyard.protocol.FleetVersionView;

/** The fleet document: one YAML text, with versions. */
@Path("/fleet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
public final class FleetRoutes {
    static final String YAML = "application/yaml";
    private final Host host;

    public FleetRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Produces(YAML)
    @Allowed(READ_FLEET)
    @Operation(summary = "The document in force")
    public String exportFleet() {
        return host.fleet().export();
    }

    @GET
    @Path("/schema")
    @Allowed(READ_FLEET)
    @Operation(summary = "The JSON schema of the document")
    public String fleetSchema() {
        return host.fleet().schema();
    }

    @PUT
    @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Allowed(CHANGE_FLEET)
    @Operation(
            summary =
                    "Checks a document as a whole and puts it in force within a second; an invalid one changes nothing")
    public FleetApplied applyFleet(
            @Nullable String yaml,
            @QueryParam("comment") @DefaultValue("") String comment,
            @Context SecurityContext security) {
        return applied(host.fleet().apply(document(yaml), Callers.nameOf(security), comment));
    }

    @POST
    @Path("/check")
    @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Allowed(READ_FLEET)
    @Operation(summary = "Whether a document could be applied; changes nothing")
    public FleetCheck checkFleet(@Nullable String yaml) {
        List<FieldProblem> problems = problems(host.fleet().check(document(yaml)));
        return new FleetCheck(problems.isEmpty(), problems);
    }

    @POST
    @Path("/diff")
    @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.TEXT_PLAIN})
    @Allowed(READ_FLEET)
    @Operation(summary = "What would change if a document were applied; changes nothing")
    public FleetDiff diffFleet(@Nullable String yaml) {
        String document = document(yaml);
        refuseIfInvalid(host.fleet().check(document));
        return new FleetDiff(host.fleet().diff(document));
    }

    @GET
    @Path("/versions")
    @Allowed(READ_FLEET)
    @Operation(summary = "All kept versions, newest first, without their documents")
    public List<FleetVersionView> fleetVersions() {
        return host.fleet().versions().stream()
                .map(version -> view(version, Optional.empty()))
                .toList();
    }

    @GET
    @Path("/versions/{number}")
    @Allowed(READ_FLEET)
    @Operation(summary = "One kept version with its document")
    public FleetVersionView fleetVersion(@PathParam("number") long number) {
        return host.fleet()
                .version(number)
                .map(version -> view(version, Optional.of(version.yaml())))
                .orElseThrow(() -> Problems.notFound("There is no fleet version " + number + "."));
    }

    @POST
    @Path("/rollback/{number}")
    @Allowed(CHANGE_FLEET)
    @Operation(summary = "Applies an older version again, as a new version")
    public FleetApplied rollBackFleet(@PathParam("number") long number, @Context SecurityContext security) {
        if (host.fleet().version(number).isEmpty())
            throw Problems.notFound("There is no fleet version " + number + ".");
        return applied(host.fleet().rollBack(number, Callers.nameOf(security)));
    }

    private static String document(@Nullable String yaml) {
        if (yaml == null || yaml.isBlank()) throw Problems.malformed("", "The request needs a fleet document.");
        return yaml;
    }

    static FleetApplied applied(FleetDesk.Applied result) {
        refuseIfInvalid(result.problems());
        return result.version()
                .map(version -> new FleetApplied(view(version, Optional.empty()), result.changes()))
                .orElseThrow(() -> new IllegalStateException("applied without a problem and without a version"));
    }

    private static void refuseIfInvalid(List<FleetDesk.Problem> problems) {
        if (!problems.isEmpty()) throw Problems.invalid(problems.get(0).toString(), problems(problems));
    }

    private static List<FieldProblem> problems(List<FleetDesk.Problem> problems) {
        return problems.stream()
                .map(problem -> new FieldProblem(problem.path(), problem.line(), problem.reason()))
                .toList();
    }

    private static FleetVersionView view(FleetVersion version, Optional<String> yaml) {
        return new FleetVersionView(version.number(), version.appliedAt(), version.author(), version.comment(), yaml);
    }
}

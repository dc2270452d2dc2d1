package org.postyard.control.route;

import static org.postyard.api.access.Operation.WATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Role;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.Callers;
import org.postyard.protocol.CallerView;

/** The API about itself and about its caller. */
@Path("/")
@Tag(name = "about")
public final class AboutRoutes {
    private static final String DOCUMENT = "/org/postyard/control/openapi.json";

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(WATCH)
    @Operation(summary = "This API as an OpenAPI document")
    public byte[] openApi() throws IOException {
        try (InputStream document =
                Objects.requireNonNull(AboutRoutes.class.getResourceAsStream(DOCUMENT), "packed by the build")) {
            return withProblems(document);
        }
    }

    /** The build reads what a route answers if all is well; that everything else is a problem document is true of all of them. */
    private static byte[] withProblems(InputStream document) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode root = mapper.readTree(document);
        for (JsonNode response : root.findValues("responses"))
            if (response instanceof ObjectNode answers && answers.has("200") && !answers.has("default"))
                answers.putObject("default").put("$ref", "#/components/responses/Problem");
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    @GET
    @Path("/me")
    @Produces(MediaType.APPLICATION_JSON)
    @Allowed(WATCH)
    @Operation(summary = "Who the caller is to Postyard, and what the caller may do")
    public CallerView me(@Context SecurityContext security) {
        Caller caller = Callers.of(security);
        return new CallerView(
                caller.name(),
                caller.roles().stream().map(Role::realmName).sorted().toList(),
                Arrays.stream(org.postyard.api.access.Operation.values())
                        .filter(caller::may)
                        .map(Enum::name)
                        .toList(),
                Optional.of(roleTable()));
    }

    private static Map<String, List<String>> roleTable() {
        return Arrays.stream(org.postyard.api.access.Operation.values())
                .collect(Collectors.toMap(Enum::name, operation -> operation.roles().stream()
                        .map(Role::realmName)
                        .toList()));
    }
}

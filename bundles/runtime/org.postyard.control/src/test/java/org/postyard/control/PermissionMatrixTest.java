package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.control.access.Allowed;
import org.postyard.control.access.ForAnybody;
import org.postyard.control.route.BodyLimit;
import org.postyard.control.stream.StreamServlet;

class PermissionMatrixTest {
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("{name}", "ben"),
            Map.entry("/servers/{id}", "/servers/relay-1"),
            Map.entry("/pools/{id}", "/pools/main"),
            Map.entry("/plugins/{id}", "/plugins/7"),
            Map.entry("/messages/{id}", "/messages/0000000000001"),
            Map.entry("{number}", "1"),
            Map.entry("{address}", "a@b.example"),
            Map.entry("{action}", "start"),
            Map.entry("{pid}", "org.postyard.x"),
            Map.entry("{id}", "x"));
    private static final List<String> ORDER = List.of(
            "/servers/{id}",
            "/pools/{id}",
            "/plugins/{id}",
            "/messages/{id}",
            "{number}",
            "{address}",
            "{action}",
            "{pid}",
            "{name}",
            "{id}");

    private ApiServer api;

    @BeforeEach
    void start() throws Exception {
        api = new ApiServer();
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void everyRouteSaysWhatItDoes() {
        for (Method route : resourceMethods())
            assertThat(route.isAnnotationPresent(Allowed.class) ^ route.isAnnotationPresent(ForAnybody.class))
                    .as("%s carries exactly one of @Allowed and @ForAnybody", route)
                    .isTrue();
        assertThat(StreamServlet.class).hasAnnotation(Allowed.class);
    }

    @Test
    void everyCellOfRoleAndRouteIsAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (Method route : resourceMethods()) {
            Allowed allowed = route.getAnnotation(Allowed.class);
            if (allowed == null) continue;
            for (Role role : Role.values()) {
                cells++;
                int status = call(route, Optional.of(ApiServer.basic(role.realmName())));
                boolean passed = status != 401 && status != 403;
                if (passed != allowed.value().allowedTo(role))
                    wrong.add(role + " " + verbOf(route) + " " + pathOf(route) + " -> " + status);
                if (status >= 500) wrong.add("error " + status + " at " + pathOf(route));
            }
            if (call(route, Optional.empty()) != 401) wrong.add("without account: " + pathOf(route));
            if (call(route, Optional.of(ApiServer.basic("nobody"))) != 403) wrong.add("without role: " + pathOf(route));
        }

        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(150);
    }

    @Test
    void theLiveStreamIsForThoseWhoMayWatch() {
        assertThat(api.get("/api/v1/stream?topics=nonsense", "nobody").status()).isEqualTo(403);
        for (Role role : Role.values()) {
            boolean passed =
                    api.get("/api/v1/stream?topics=nonsense", role.realmName()).status() == 400;
            assertThat(passed).isEqualTo(Operation.WATCH.allowedTo(role));
        }
    }

    @Test
    void everyRouteIsInTheOpenApiDocumentWithASummary() {
        JsonNode document = api.get("/api/v1/openapi.json", "viewer").json();
        for (Method route : resourceMethods()) {
            JsonNode operation =
                    document.get("paths").path(pathOf(route)).path(verbOf(route).toLowerCase());
            assertThat(operation.path("summary").asText()).as("%s", route).isNotEmpty();
            assertThat(operation.path("responses").has("200")).as("%s", route).isTrue();
            assertThat(operation.at("/responses/default/$ref").asText())
                    .as("%s", route)
                    .isEqualTo("#/components/responses/Problem");
        }
        assertThat(document.get("paths")
                        .path("/stream")
                        .path("get")
                        .path("summary")
                        .asText())
                .isNotEmpty();
        assertThat(document.get("paths")
                        .path("/messages")
                        .path("post")
                        .path("summary")
                        .asText())
                .isNotEmpty();
        assertThat(document.get("components")
                        .get("schemas")
                        .get("ServerView")
                        .get("properties")
                        .has("inFlight"))
                .isTrue();
    }

    private int call(Method route, Optional<String> authorization) {
        String path = pathOf(route);
        for (String template : ORDER) path = path.replace(template, SAMPLES.get(template));
        return api.send(verbOf(route), "/api/v1" + path, authorization, BodyPublishers.noBody(), Optional.empty())
                .status();
    }

    private static String pathOf(Method route) {
        String base = route.getDeclaringClass().getAnnotation(Path.class).value();
        Path own = route.getAnnotation(Path.class);
        String path = (base.equals("/") ? "" : base) + (own == null ? "" : own.value());
        return path.isEmpty() ? "/" : path;
    }

    private static String verbOf(Method route) {
        if (route.isAnnotationPresent(GET.class)) return "GET";
        if (route.isAnnotationPresent(POST.class)) return "POST";
        if (route.isAnnotationPresent(PUT.class)) return "PUT";
        return "DELETE";
    }

    private List<Method> resourceMethods() {
        return new Resources(api.host, api.desks.desks(), Clock.systemUTC(), new BodyLimit(1, 1))
                .routes().stream()
                        .flatMap(resource -> Arrays.stream(resource.getClass().getDeclaredMethods()))
                        .filter(PermissionMatrixTest::isRoute)
                        .toList();
    }

    private static boolean isRoute(Method method) {
        return method.isAnnotationPresent(GET.class)
                || method.isAnnotationPresent(POST.class)
                || method.isAnnotationPresent(PUT.class)
                || method.isAnnotationPresent(DELETE.class);
    }
}

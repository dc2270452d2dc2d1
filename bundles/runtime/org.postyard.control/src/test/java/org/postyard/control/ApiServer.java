package org.postyard.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.postyard.api.access.Role;
import org.postyard.control.access.Authenticator;
import org.postyard.control.access.Lockout;
import org.postyard.control.access.VerifiedPasswords;
import org.postyard.control.metric.RequestCounts;
import org.postyard.control.route.BodyLimit;
import org.postyard.control.settings.ControlConfig;
import org.postyard.control.stream.StreamServlet;

/**
 * The control API in a Jetty of its own, on a port of its own: the same context and servlets as in the container, wired by
 * hand. There is an account for each role, and one for none, whose password is its name followed by {@code -secret}.
 */
final class ApiServer implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    final FakeHost host = new FakeHost();
    final FakeDesks desks = new FakeDesks();
    private final Server server = new Server();
    private final StreamServlet stream;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    ApiServer() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler(ApiContext.PATH);
        ApiContext security = new ApiContext(new Authenticator(
                ApiServer::rolesOf,
                host::keys,
                new VerifiedPasswords(new byte[] {1, 2, 3}, Clock.systemUTC(), Duration.ofMinutes(1), () -> 0),
                new Lockout(Clock.systemUTC(), 10, Duration.ofMinutes(1))));
        FilterHolder guard = new FilterHolder(new Guard(security));
        guard.setAsyncSupported(true);
        context.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder rest = new ServletHolder(new RestServlet(
                new Resources(host, desks.desks(), Clock.systemUTC(), new BodyLimit(100_000, 200_000))));
        rest.setAsyncSupported(true);
        context.addServlet(rest, "/v1/*");
        stream = new StreamServlet(config(), host);
        ServletHolder live = new ServletHolder(stream);
        live.setAsyncSupported(true);
        context.addServlet(live, "/v1/stream");
        FilterHolder log = new FilterHolder(new AccessLog(new RequestCounts()));
        log.setAsyncSupported(true);
        context.addFilter(log, "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new ProblemPage()), "/");
        server.setHandler(context);
        server.start();
        base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    private static Optional<Set<Role>> rolesOf(String account, String password) {
        if (!password.equals(account + "-secret")) return Optional.empty();
        if (account.equals("nobody")) return Optional.of(Set.of());
        return Role.ofRealmName(account).map(Set::of);
    }

    static String basic(String account) {
        return basic(account, account + "-secret");
    }

    static String basic(String account, String password) {
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    Answer get(String path, String account) {
        return send("GET", path, Optional.of(basic(account)), BodyPublishers.noBody(), Optional.empty());
    }

    Answer post(String path, String account) {
        return send("POST", path, Optional.of(basic(account)), BodyPublishers.noBody(), Optional.empty());
    }

    Answer post(String path, String account, String json) {
        return send("POST", path, account, "application/json", json);
    }

    Answer send(String method, String path, String account, String contentType, String body) {
        return send(method, path, Optional.of(basic(account)), BodyPublishers.ofString(body), Optional.of(contentType));
    }

    Answer send(
            String method,
            String path,
            Optional<String> authorization,
            BodyPublisher body,
            Optional<String> contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).method(method, body);
        authorization.ifPresent(value -> request.header("Authorization", value));
        contentType.ifPresent(value -> request.header("Content-Type", value));
        return send(request.timeout(Duration.ofSeconds(20)).build());
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return base.resolve(path);
    }

    /** A client that decides itself when it sends what. */
    RawClient raw() throws IOException {
        return new RawClient(base.getPort());
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() throws Exception {
        stream.stop();
        desks.jobs.stop();
        server.stop();
    }

    /** A response with its body as JSON. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }
    }

    /** The settings as they are without any configuration. */
    private static ControlConfig config() {
        return (ControlConfig) Proxy.newProxyInstance(
                ControlConfig.class.getClassLoader(),
                new Class<?>[] {ControlConfig.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }

    /** Does what the whiteboard does with a ServletContextHelper. */
    private record Guard(ApiContext security) implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (security.handleSecurity((HttpServletRequest) request, (HttpServletResponse) response))
                chain.doFilter(request, response);
        }
    }
}

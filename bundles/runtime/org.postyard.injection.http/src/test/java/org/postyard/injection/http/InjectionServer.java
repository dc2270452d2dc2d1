package org.postyard.injection.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Role;
import org.postyard.testkit.injection.FakeInjectionDesk;
import org.postyard.testkit.store.InMemoryIdempotencyKeys;

/** HTTP injection in a Jetty of its own; the header {@code X-Test-Role} says who calls. */
final class InjectionServer implements AutoCloseable {
    final FakeInjectionDesk desk = new FakeInjectionDesk();
    final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();
    final HttpInjection servlet;
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    /** @param settings other values than the defaults, by name */
    InjectionServer(Map<String, Object> settings) throws Exception {
        servlet = new HttpInjection(config(settings), desk);
        servlet.remember(keys);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/api");
        FilterHolder guard = new FilterHolder(new Guard());
        guard.setAsyncSupported(true);
        context.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, HttpInjection.MESSAGES);
        context.addServlet(holder, HttpInjection.BATCH);
        server.setHandler(context);
        server.start();
        base = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    static HttpInjectionConfig config(Map<String, Object> settings) {
        return (HttpInjectionConfig) Proxy.newProxyInstance(
                HttpInjectionConfig.class.getClassLoader(),
                new Class<?>[] {HttpInjectionConfig.class},
                (proxy, method, arguments) -> settings.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("X-Test-Role", "integrator")
                .timeout(Duration.ofSeconds(30));
    }

    Answer json(String body) {
        return send(to("/api/v1/messages")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer batch(String body) {
        return send(to("/api/v1/messages/batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    Answer raw(String query, byte[] body) {
        return send(to("/api/v1/messages?" + query)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Sends without a Content-Length. */
    Answer chunked(String query, byte[] body) {
        return send(to("/api/v1/messages?" + query)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    CompletableFuture<Answer> sendLater(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::new);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** A response with its body as JSON. */
    record Answer(HttpResponse<String> response) {
        private static final ObjectMapper MAPPER = new ObjectMapper();

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        /** Where the first error of a problem is. */
        String pointer() {
            return json().path("errors").path(0).path("pointer").asText();
        }
    }

    /** Stands for the security of the context. */
    private static final class Guard implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            String role = ((HttpServletRequest) request).getHeader("X-Test-Role");
            if (role != null)
                request.setAttribute(
                        Caller.REQUEST_ATTRIBUTE,
                        new Caller(role, Set.of(Role.ofRealmName(role).orElseThrow())));
            chain.doFilter(request, response);
        }
    }
}

package org.postyard.console.model.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.postyard.console.model.thread.BackgroundThread;
import org.postyard.protocol.Problem;

/**
 * Talks to one runtime over HTTPS, trusting only its pinned certificate. Thread-safe; nothing blocks except {@link
 * Credentials}, which is asked on a thread of the client.
 */
public final class RuntimeClient implements ApiClient {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final SavedConnection connection;
    private final Credentials credentials;
    private final Executor workers;
    private final HttpClient http;
    private final WireJson json = new WireJson();

    public RuntimeClient(SavedConnection connection, Credentials credentials) {
        this.connection = connection;
        this.credentials = credentials;
        this.workers = Executors.newCachedThreadPool(BackgroundThread.named("postyard-http-" + connection.name()));
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .executor(workers)
                .sslContext(new PinnedTrust(connection.fingerprint()).context())
                .build();
    }

    public SavedConnection connection() {
        return connection;
    }

    @Override
    public <T> CompletionStage<Outcome<T>> send(ApiRequest<T> request) {
        return CompletableFuture.supplyAsync(() -> credentials.secret(connection), workers)
                .thenCompose(secret -> secret.isEmpty()
                        ? CompletableFuture.completedFuture(withoutSecret())
                        : exchange(request, secret.get()))
                .exceptionally(failure -> Failures.outcomeOf(failure, connection.url()));
    }

    private <T> CompletionStage<Outcome<T>> exchange(ApiRequest<T> request, String secret) {
        HttpRequest.Builder builder = authorized(request.path(), secret)
                .timeout(request.timeout())
                .header("Accept", request.accept() + ", application/problem+json");
        request.body().ifPresent(body -> builder.header("Content-Type", body.contentType()));
        HttpRequest.BodyPublisher publisher = request.body()
                .map(body -> HttpRequest.BodyPublishers.ofByteArray(body.bytes()))
                .orElseGet(HttpRequest.BodyPublishers::noBody);
        return http.sendAsync(
                        builder.method(request.method(), publisher).build(), HttpResponse.BodyHandlers.ofByteArray())
                .orTimeout(request.timeout().toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                .thenApply(response -> read(request, response));
    }

    private <T> Outcome<T> read(ApiRequest<T> request, HttpResponse<byte[]> response) {
        if (response.statusCode() >= 300) return refusal(response, response.body());
        try {
            return new Outcome.Done<>(request.answer().read(response.body(), json));
        } catch (IOException e) {
            return new Outcome.Unreachable<>(
                    Trouble.NOT_UNDERSTOOD,
                    "The runtime answered something that this console does not understand ("
                            + e.getClass().getSimpleName()
                            + "). Probably their versions differ too much.",
                    Optional.empty());
        }
    }

    /**
     * Opens the live stream. Blocks until the runtime answers; whoever gets the stream closes it.
     *
     * @param after sequence of the last event that is known; empty for new events only
     */
    public Outcome<InputStream> openStream(ApiPath path, Optional<Long> after, Duration limit)
            throws InterruptedException {
        Optional<String> secret = credentials.secret(connection);
        if (secret.isEmpty()) return withoutSecret();
        HttpRequest.Builder builder =
                authorized(path, secret.get()).timeout(limit).header("Accept", "text/event-stream");
        after.ifPresent(sequence -> builder.header("Last-Event-ID", Long.toString(sequence)));
        try {
            HttpResponse<InputStream> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) return new Outcome.Done<>(response.body());
            try (InputStream body = response.body()) {
                return refusal(response, body.readNBytes(64 * 1024));
            }
        } catch (IOException e) {
            return Failures.outcomeOf(e, connection.url());
        }
    }

    private <T> Outcome<T> refusal(HttpResponse<?> response, byte[] body) {
        return new Outcome.Refused<>(problemOf(response, body), retryAfterOf(response));
    }

    private Problem problemOf(HttpResponse<?> response, byte[] body) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.contains("json")) {
            try {
                return json.read(body, Problem.class);
            } catch (IOException | RuntimeException e) {
                return plainProblem(response.statusCode());
            }
        }
        return plainProblem(response.statusCode());
    }

    private static Problem plainProblem(int status) {
        return new Problem(
                "about:blank",
                "HTTP status " + status,
                status,
                "The address answered with HTTP status " + status + " and no explanation. "
                        + "Either the runtime is still starting, or something else listens there.",
                Optional.empty(),
                java.util.List.of());
    }

    private static Optional<Duration> retryAfterOf(HttpResponse<?> response) {
        try {
            return response.headers().firstValue("Retry-After").map(text -> Duration.ofSeconds(Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private HttpRequest.Builder authorized(ApiPath path, String secret) {
        URI uri = URI.create(connection.url() + "/api/v1" + path.text());
        return HttpRequest.newBuilder(uri).header("Authorization", authorization(secret));
    }

    private String authorization(String secret) {
        if (connection.account().isEmpty()) return "Bearer " + secret;
        byte[] pair = (connection.account() + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private <T> Outcome<T> withoutSecret() {
        String secret = connection.account().isEmpty() ? "API key" : "password of " + connection.account();
        return new Outcome.Unreachable<>(
                Trouble.NO_SECRET,
                "The " + secret + " is not kept on this computer. Enter it to connect.",
                Optional.empty());
    }
}

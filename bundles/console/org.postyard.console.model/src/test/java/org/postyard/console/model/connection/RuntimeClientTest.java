package org.postyard.console.model.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.console.model.call.NodeCalls;
import org.postyard.console.model.call.QueueCalls;
import org.postyard.console.model.call.QueueScope;
import org.postyard.protocol.CallerView;
import org.postyard.testkit.delivery.TestCertificate;

/** The client against a real HTTPS server. */
class RuntimeClientTest {
    @TempDir
    static Path folder = Path.of("");

    private static TestCertificate certificate = new TestCertificate(context(), Path.of("none"));

    private final AtomicReference<String> authorization = new AtomicReference<>("");
    private final AtomicReference<String> target = new AtomicReference<>("");
    private final AtomicReference<String> sent = new AtomicReference<>("");
    private int status = 200;
    private String contentType = "application/json";
    private String answer = "{\"name\":\"ops\",\"roles\":[\"operator\"],\"operations\":[\"WATCH\"],\"new\":1}";
    private HttpsServer server = unstarted();

    private static javax.net.ssl.SSLContext context() {
        try {
            return javax.net.ssl.SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpsServer unstarted() {
        try {
            return HttpsServer.create();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void makeCertificate() {
        certificate = TestCertificate.forHost("client.localhost", folder);
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorization.set(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        target.set(exchange.getRequestURI().toString());
        sent.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        if (status == 503) exchange.getResponseHeaders().set("Retry-After", "7");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(body);
        }
    }

    @Test
    void anAnswerIsReadAndMembersOfANewerRuntimeAreIgnored() throws Exception {
        Outcome<CallerView> outcome = me(pinned());
        assertThat(outcome.value().orElseThrow().roles()).containsExactly("operator");
        assertThat(outcome.reason()).isEmpty();
        assertThat(target.get()).isEqualTo("/api/v1/me");
        assertThat(authorization.get()).isEqualTo("Basic b3BzOnNlY3JldA==");
    }

    @Test
    void aConnectionWithoutAccountUsesItsSecretAsKey() throws Exception {
        me(new SavedConnection("yard", url(), "", pinned().fingerprint()));
        assertThat(authorization.get()).isEqualTo("Bearer secret");
    }

    @Test
    void aScopeGoesIntoTheQueryAndAnActionIntoTheBody() throws Exception {
        answer = "[]";
        QueueScope scope =
                new QueueScope(Optional.of("a b&c"), Optional.of(""), Optional.of("example.org"), Optional.empty());
        RuntimeClient client = client(pinned());
        get(new QueueCalls(client).queues(scope, 5));
        assertThat(target.get()).isEqualTo("/api/v1/queues?tenant=a%20b%26c&campaign=&domain=example.org&limit=5");
        answer = "{\"done\":false,\"touched\":3,\"text\":\"hold would touch 3 queued recipients.\"}";
        assertThat(get(new QueueCalls(client).hold(scope, "why", true))
                        .value()
                        .orElseThrow()
                        .touched())
                .isEqualTo(3);
        assertThat(sent.get())
                .isEqualTo(
                        "{\"tenant\":\"a b&c\",\"campaign\":\"\",\"domain\":\"example.org\",\"everything\":false,\"reason\":\"why\"}");
    }

    @Test
    void aProblemDocumentIsToldInItsOwnWords() throws Exception {
        status = 503;
        contentType = "application/problem+json";
        answer = "{\"type\":\"urn:postyard:problem:unavailable\",\"title\":\"Not available now\",\"status\":503,"
                + "\"detail\":\"The journal does not answer now.\",\"errors\":[{\"pointer\":\"/a\",\"line\":3,\"reason\":\"is wrong\"}]}";
        Outcome<CallerView> outcome = me(pinned());
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.reason()).isEqualTo("The journal does not answer now.\nline 3: /a: is wrong");
        assertThat(((Outcome.Refused<CallerView>) outcome).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aRefusalWithoutProblemDocumentIsARefusalAllTheSame() throws Exception {
        status = 404;
        contentType = "text/html";
        answer = "<html>";
        assertThat(me(pinned()).reason()).contains("404").contains("starting");
    }

    @Test
    void anAnswerThatIsNoneIsSaidToBeNotUnderstood() throws Exception {
        answer = "nonsense";
        assertThat(((Outcome.Unreachable<CallerView>) me(pinned())).trouble()).isEqualTo(Trouble.NOT_UNDERSTOOD);
    }

    @Test
    void aFirstCertificateIsShownAndNothingIsSent() throws Exception {
        Outcome.Unreachable<CallerView> outcome = (Outcome.Unreachable<CallerView>) me(unpinned());
        assertThat(outcome.trouble()).isEqualTo(Trouble.CERTIFICATE_NEW);
        assertThat(outcome.certificate().orElseThrow().fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(outcome.reason())
                .contains(outcome.certificate().orElseThrow().fingerprint());
        assertThat(authorization.get()).isEmpty();
    }

    @Test
    void aChangedCertificateIsRefusedWithBothFingerprints() throws Exception {
        SavedConnection other = unpinned().pinned("AA:BB");
        Outcome.Unreachable<CallerView> outcome = (Outcome.Unreachable<CallerView>) me(other);
        assertThat(outcome.trouble()).isEqualTo(Trouble.CERTIFICATE_CHANGED);
        assertThat(outcome.reason()).contains("AA:BB").contains("has changed");
        assertThat(authorization.get()).isEmpty();
    }

    @Test
    void whereNothingListensTheReasonNamesTheAddress() throws Exception {
        SavedConnection connection = pinned();
        server.stop(0);
        Outcome.Unreachable<CallerView> outcome = (Outcome.Unreachable<CallerView>) me(connection);
        assertThat(outcome.trouble()).isEqualTo(Trouble.NO_CONNECTION);
        assertThat(outcome.reason()).contains("127.0.0.1:" + connection.url().getPort());
    }

    @Test
    void withoutASecretNobodyIsAsked() throws Exception {
        RuntimeClient client = new RuntimeClient(pinned(), connection -> Optional.empty());
        Outcome<CallerView> outcome = get(new NodeCalls(client).me());
        assertThat(((Outcome.Unreachable<CallerView>) outcome).trouble()).isEqualTo(Trouble.NO_SECRET);
        assertThat(target.get()).isEmpty();
    }

    private SavedConnection pinned() throws Exception {
        target.set("");
        Outcome.Unreachable<CallerView> first = (Outcome.Unreachable<CallerView>) me(unpinned());
        return unpinned().pinned(first.certificate().orElseThrow().fingerprint());
    }

    private SavedConnection unpinned() {
        return new SavedConnection("yard", url(), "ops", Optional.empty());
    }

    private URI url() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    private static RuntimeClient client(SavedConnection connection) {
        return new RuntimeClient(connection, some -> Optional.of("secret"));
    }

    private static Outcome<CallerView> me(SavedConnection connection) throws Exception {
        return get(new NodeCalls(client(connection)).me());
    }

    private static <T> T get(java.util.concurrent.CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}

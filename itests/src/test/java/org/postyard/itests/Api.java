package org.postyard.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The control API of a node, for one account; takes any certificate. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .sslContext(trustingAnybody())
            .build();

    private final String base;
    private final String authorization;

    Api(int port, String account, String password) {
        base = "https://127.0.0.1:" + port + "/api/v1/";
        byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** An answer of the API. */
    record Answer(int status, String body, String retryAfter) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return expected(path, call("GET", path, "application/json", new byte[0]))
                .json();
    }

    String text(String path) throws IOException, InterruptedException {
        return expected(path, call("GET", path, "text/plain", new byte[0])).body();
    }

    /** Fails on everything but a 2xx. */
    static Answer expected(String what, Answer answer) {
        if (answer.status() / 100 != 2)
            throw new AssertionError(what + " answered " + answer.status() + ": " + answer.body());
        return answer;
    }

    Answer call(String method, String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Retry-After").orElse(""));
    }

    /** Puts a fleet in force. */
    void applyFleet(Fleets.Document fleet) throws IOException, InterruptedException {
        byte[] body = fleet.text().getBytes(StandardCharsets.UTF_8);
        expected("fleet", call("PUT", "fleet", "application/yaml", body));
    }

    /** A column of the ledger, over all message classes. */
    long ledger(String column) throws IOException, InterruptedException {
        return sum(get("ledger"), column);
    }

    private static long sum(JsonNode ledger, String column) {
        long sum = 0;
        for (JsonNode line : ledger.get("lines")) sum += line.get(column).asLong();
        return sum;
    }

    boolean balanced() throws IOException, InterruptedException {
        return get("ledger").get("balanced").asBoolean();
    }

    /**
     * Waits until no mail is queued and the ledger balances. The ledger is made once a second: one from before the call may not
     * know the newest mail.
     */
    void awaitEmpty(Duration limit) throws Exception {
        Instant from = Instant.now();
        Await.until("everything is sent and the ledger balances", limit, () -> {
            JsonNode ledger = get("ledger");
            Instant checked = Instant.parse(ledger.get("checkedAt").asText());
            return checked.isAfter(from)
                    && sum(ledger, "queued") == 0
                    && ledger.get("balanced").asBoolean();
        });
    }

    String serverState(String id) throws IOException, InterruptedException {
        return get("servers/" + id).get("state").asText();
    }

    /** Recipients of all events that match a query. */
    List<String> recipients(String query) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = get("events?limit=10000&after=" + after + "&" + query);
            for (JsonNode event : page.get("events"))
                found.add(event.get("recipient").asText());
            if (!page.get("more").asBoolean()) return found;
            after = page.get("lastSequence").asLong();
        }
    }

    /** One number of the metrics. */
    double metric(String name) throws IOException, InterruptedException {
        return text("metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no metric " + name));
    }

    private static SSLContext trustingAnybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the certificate that the node made for itself. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

package org.postyard.injection.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.injection.InjectionResult.Cause;
import org.postyard.api.injection.InjectionResult.Refused;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.injection.http.InjectionServer.Answer;

class RequestRulesTest {
    private static final String MESSAGE = "{\"from\": \"a@s.example\", \"to\": [\"b@r.example\"], \"text\": \"t\"}";
    private static final String PATHS = "from=a@s.example&to=b@r.example";
    private static final byte[] RAW = "Subject: x\r\n\r\nbody\r\n".getBytes(US_ASCII);

    private Optional<InjectionServer> running = Optional.empty();

    @AfterEach
    void stop() throws Exception {
        if (running.isPresent()) running.get().close();
    }

    private InjectionServer server(Map<String, Object> settings) throws Exception {
        InjectionServer server = new InjectionServer(settings);
        running = Optional.of(server);
        return server;
    }

    @Test
    void onlyRolesThatMaySubmitMaySubmit() throws Exception {
        InjectionServer server = server(Map.of());
        for (Role role : Role.values()) {
            int status = server.send(server.to("/api/v1/messages")
                            .setHeader("X-Test-Role", role.realmName())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(MESSAGE)))
                    .status();
            assertThat(status).as(role.name()).isEqualTo(Operation.SUBMIT_MAIL.allowedTo(role) ? 202 : 403);
        }
    }

    @Test
    void otherMethodsAndContentTypesAreRefusedAsProblems() throws Exception {
        InjectionServer server = server(Map.of());

        Answer put = server.send(server.to("/api/v1/messages").PUT(BodyPublishers.ofString("x")));
        Answer text = server.send(server.to("/api/v1/messages")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));

        assertThat(put.status()).isEqualTo(405);
        assertThat(put.header("Allow")).isEqualTo("GET, POST");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.header("Content-Type")).startsWith("application/problem+json");
        assertThat(text.json().get("status").asInt()).isEqualTo(415);
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedWithAndWithoutContentLength() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.limitContent(100_000);
        byte[] fits = Arrays.copyOf(RAW, 100_000);
        byte[] tooLarge = Arrays.copyOf(RAW, 100_001);

        assertThat(server.raw(PATHS, fits).status()).isEqualTo(202);
        assertThat(server.chunked(PATHS, fits).status()).isEqualTo(202);
        assertThat(server.raw(PATHS, tooLarge).status()).isEqualTo(413);
        assertThat(server.chunked(PATHS, tooLarge).status()).isEqualTo(413);
        assertThat(server.desk.submissions()).hasSize(2);
    }

    @Test
    void bodyMemoryIsBoundedAndGivenBack() throws Exception {
        InjectionServer server = server(Map.of("maxBodyMemoryBytes", 200_000L));

        assertThat(server.chunked(PATHS, Arrays.copyOf(RAW, 120_000)).status()).isEqualTo(413);
        assertThat(server.raw(PATHS, Arrays.copyOf(RAW, 120_000)).status()).isEqualTo(413);
        assertThat(server.chunked(PATHS, Arrays.copyOf(RAW, 40_000)).status()).isEqualTo(202);
        assertThat(server.chunked(PATHS, Arrays.copyOf(RAW, 40_000)).status()).isEqualTo(202);
        assertThat(server.servlet.measurements()).containsEntry("postyard_http_body_memory_bytes", 0.0);
    }

    @Test
    void whileOthersHaveTheMemoryClientsAreToComeAgain() throws Exception {
        InjectionServer server = server(Map.of("maxBodyMemoryBytes", 200_000L));
        server.desk.hold();
        CompletableFuture<Answer> first = server.sendLater(server.to("/api/v1/messages?" + PATHS)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofByteArray(Arrays.copyOf(RAW, 60_000))));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.desk.heldCount() == 0 && System.nanoTime() - end < 0) Thread.onSpinWait();

        Answer second = server.raw(PATHS, Arrays.copyOf(RAW, 60_000));

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.header("Retry-After")).isEqualTo("2");
        server.desk.releaseHeld();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(202);
        assertThat(server.raw(PATHS, Arrays.copyOf(RAW, 60_000)).status()).isEqualTo(202);
    }

    @Test
    void eachCauseOfTheEngineHasItsStatus() throws Exception {
        InjectionServer server = server(Map.of());
        for (Cause cause : Cause.values()) {
            server.desk.answerWith(submission -> new Refused(cause, "because", Duration.ofSeconds(7)));
            Answer answer = server.json(MESSAGE);
            boolean repeatable = answer.status() == 429 || answer.status() == 503;
            assertThat(answer.status()).as(cause.name()).isEqualTo(cause.httpStatus());
            assertThat(answer.header("Retry-After")).as(cause.name()).isEqualTo(repeatable ? "7" : "");
            assertThat(answer.json().get("detail").asText()).isEqualTo("because");
        }
    }

    @Test
    void theWishThatTheEngineRefusesIsNamedWhereTheClientWroteIt() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.answerWith(
                submission -> new Refused(Cause.INVALID, "There is no such pool", Duration.ZERO, "pool"));

        assertThat(server.json(MESSAGE).json().at("/errors/0/pointer").asText()).isEqualTo("/pool");
        assertThat(server.raw(PATHS, RAW).json().at("/errors/0/pointer").asText())
                .isEqualTo("pool");
        assertThat(server.batch("[" + MESSAGE + "," + MESSAGE + "]")
                        .json()
                        .at("/results/1/problem/errors/0/pointer")
                        .asText())
                .isEqualTo("/1/pool");
    }

    @Test
    void aKeyThatCannotBeKeptNowIsToBeTriedAgain() throws Exception {
        InjectionServer server = server(Map.of());
        server.servlet.remember(new UnavailableKeys());

        Answer answer = server.send(server.to("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString(MESSAGE)));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(server.desk.submissions()).isEmpty();
    }

    @Test
    void anEmptyBatchHasAnEmptyListOfResults() throws Exception {
        assertThat(server(Map.of()).batch("[]").json().get("results").isArray()).isTrue();
    }

    @Test
    void whatIsNoJsonIsSaidWithoutTheWordsOfTheParser() throws Exception {
        Answer answer = server(Map.of()).json("{");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText())
                .startsWith("Line 1 is no JSON: ")
                .doesNotContain("REDACTED");
    }

    @Test
    void whileTheSpoolIsFullMailIsRefusedAndTakenAgainLater() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.refuseNow(Optional.of(new Refused(Cause.STORAGE_FULL, "No room.", Duration.ofSeconds(30))));

        Answer answer = server.json(MESSAGE);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        server.desk.refuseNow(Optional.empty());
        assertThat(server.json(MESSAGE).status()).isEqualTo(202);
    }

    @Test
    void aRefusalReachesTheClientAlsoWithALargeBodyAndTheConnectionServesOn() throws Exception {
        InjectionServer server = server(Map.of());
        byte[] large = new byte[900_000];
        Arrays.fill(large, (byte) 'x');
        for (int round = 0; round < 20; round++) {
            server.desk.refuseNow(Optional.of(new Refused(Cause.STORAGE_FULL, "No room.", Duration.ofSeconds(30))));
            assertThat(server.raw("from=a@b.example&to=c@d.example", large).status())
                    .isEqualTo(503);
            server.desk.refuseNow(Optional.empty());
            assertThat(server.json(MESSAGE).status()).isEqualTo(202);
        }
    }

    @Test
    void anAccountBeyondItsRateMustWait() throws Exception {
        InjectionServer server = server(Map.of("messagesPerSecond", 1, "burstMessages", 2));

        assertThat(server.json(MESSAGE).status()).isEqualTo(202);
        assertThat(server.json(MESSAGE).status()).isEqualTo(202);
        Answer third = server.batch("[" + MESSAGE + "," + MESSAGE + "]");

        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 2);
    }

    @Test
    void noAnswerIsGivenBeforeTheMessageIsDurable() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.hold();

        CompletableFuture<Answer> answer = server.sendLater(request(server, "k1"));
        awaitHeld(server, 1);

        assertThat(answer).isNotDone();
        server.desk.releaseHeld();
        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(202);
    }

    @Test
    void aRepeatedRequestWithTheSameKeyGetsTheFirstAnswerAndNoSecondMessage() throws Exception {
        InjectionServer server = server(Map.of());

        Answer first = server.send(request(server, "k1"));
        Answer second = server.send(request(server, "k1"));

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().get("id")).isEqualTo(first.json().get("id"));
        assertThat(server.desk.submissions()).hasSize(1);
        assertThat(server.send(request(server, "k2")).json().get("id"))
                .isNotEqualTo(first.json().get("id"));
    }

    @Test
    void theSameKeyForAnotherRequestIsAMistake() throws Exception {
        InjectionServer server = server(Map.of());
        server.send(request(server, "k1"));

        Answer other = server.send(server.to("/api/v1/messages?" + PATHS)
                .header("Content-Type", "message/rfc822")
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofByteArray(RAW)));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.pointer()).isEqualTo("Idempotency-Key");
    }

    @Test
    void theSameKeyWhileTheFirstRequestRunsIsAConflictThatLeavesTheFirstAlone() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.hold();
        CompletableFuture<Answer> first = server.sendLater(request(server, "k1"));
        awaitHeld(server, 1);

        assertThat(server.send(request(server, "k1")).status()).isEqualTo(409);

        server.desk.releaseHeld();
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(202);
        assertThat(server.send(request(server, "k1")).json().get("id"))
                .isEqualTo(first.get().json().get("id"));
    }

    @Test
    void aPassingRefusalGivesTheKeyBack() throws Exception {
        InjectionServer server = server(Map.of());
        server.desk.answerWith(submission -> new Refused(Cause.OVERLOADED, "Slow down.", Duration.ofSeconds(1)));
        assertThat(server.send(request(server, "k1")).status()).isEqualTo(503);

        server.desk.answerWith(submission -> server.desk.accepted());

        assertThat(server.send(request(server, "k1")).status()).isEqualTo(202);
    }

    private static HttpRequest.Builder request(InjectionServer server, String key) {
        return server.to("/api/v1/messages")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(MESSAGE));
    }

    private static void awaitHeld(InjectionServer server, int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.desk.heldCount() < count) {
            if (System.nanoTime() > end) throw new AssertionError("nothing was submitted in time");
            Thread.onSpinWait();
        }
    }

    /** As if the database were away. */
    private static final class UnavailableKeys implements IdempotencyKeys {
        @Override
        public Claim claim(String owner, String key, String requestDigest) {
            throw new StoreUnavailableException("the database is unavailable", new IOException("test"));
        }

        @Override
        public void complete(String owner, String key, Answer answer) {}

        @Override
        public void abandon(String owner, String key) {}
    }
}

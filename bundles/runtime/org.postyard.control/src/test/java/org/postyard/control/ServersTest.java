package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.control.ApiServer.Answer;

class ServersTest {
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
    void theLedgerShowsEveryColumnAndWhetherItBalances() {
        JsonNode ledger = api.get("/api/v1/ledger", "viewer").json();

        assertThat(ledger.get("balanced").asBoolean()).isTrue();
        JsonNode line = ledger.get("lines").get(0);
        assertThat(line.get("accepted").asLong()).isEqualTo(100);
        assertThat(line.get("delivered").asLong()).isEqualTo(60);
        assertThat(line.get("queued").asLong()).isEqualTo(20);
        assertThat(ledger.get("checkedAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void aShareThatNobodyKnowsIsAbsentAndNotZero() {
        JsonNode servers = api.get("/api/v1/servers", "viewer").json();

        assertThat(servers.get(0).get("deliveryShare").asDouble()).isEqualTo(0.75);
        assertThat(servers.get(1).has("deliveryShare")).isFalse();
        assertThat(servers.get(1).get("state").asText()).isEqualTo("draining");
    }

    @Test
    void drainingIsDoneInTheNameOfTheCaller() {
        Answer answer = api.post("/api/v1/servers/relay-1/drain", "operator");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(api.host.yard.actions()).containsExactly("drain relay-1 by operator");
    }

    @Test
    void whatTheYardDoesNotDoIsAConflictInItsOwnWords() {
        api.host.yard.obey(false);

        Answer answer = api.post("/api/v1/servers/relay-1/resume", "operator");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).startsWith("Not now: resume relay-1");
    }

    @Test
    void anUnknownServerIsNotFound() {
        Answer answer = api.post("/api/v1/servers/nowhere/drain", "operator");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("detail").asText()).contains("nowhere");
        assertThat(api.host.yard.actions()).isEmpty();
    }

    @Test
    void aMissingEngineIs503WithRetryAfterAndTheApiStays() {
        api.host.present = false;

        Answer answer = api.get("/api/v1/servers", "viewer");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode health = api.get("/api/v1/health", "viewer").json();
        assertThat(health.get("ready").asBoolean()).isFalse();
    }
}

package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Role;
import org.postyard.control.ApiServer.Answer;

class AuthenticationTest {
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
    void withoutCredentialsTheAnswerIsAProblemThatNamesBothSchemes() {
        Answer answer = send(Optional.empty());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                .anyMatch(scheme -> scheme.startsWith("Basic"))
                .anyMatch(scheme -> scheme.startsWith("Bearer"));
        assertThat(answer.json().get("status").asInt()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(send(Optional.of(ApiServer.basic("admin", "guess"))).status())
                .isEqualTo(401);
    }

    @Test
    void credentialsThatAreNoBase64AreRefusedAndNotAnErrorOfOurs() {
        assertThat(send(Optional.of("Basic !!!")).status()).isEqualTo(401);
        assertThat(send(Optional.of("Digest username=admin")).status()).isEqualTo(401);
    }

    @Test
    void anAccountIsLetIn() {
        assertThat(api.get("/api/v1/ledger", "viewer").status()).isEqualTo(200);
    }

    @Test
    void anAccountWithoutAnyRoleIsKnownButMayDoNothing() {
        assertThat(api.get("/api/v1/ledger", "nobody").status()).isEqualTo(403);
    }

    @Test
    void anApiKeyIsLetInUntilItIsRemoved() {
        var created = api.host.keys.create("console", Role.VIEWER, Optional.empty(), "test");
        Optional<String> bearer = Optional.of("Bearer " + created.token());
        assertThat(send(bearer).status()).isEqualTo(200);

        api.host.keys.remove(created.key().id());

        assertThat(send(bearer).status()).isEqualTo(401);
    }

    @Test
    void afterTooManyWrongPasswordsEvenTheRightOneMustWait() {
        for (int i = 0; i < 10; i++) send(Optional.of(ApiServer.basic("admin", "guess" + i)));

        Answer answer = api.get("/api/v1/ledger", "admin");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        assertThat(api.get("/api/v1/ledger", "viewer").status()).isEqualTo(200);
    }

    @Test
    void livenessNeedsNoAccount() {
        Answer answer =
                api.send("GET", "/api/v1/health/live", Optional.empty(), BodyPublishers.noBody(), Optional.empty());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asText()).isEqualTo("alive");
    }

    @Test
    void aStrangersBodyIsNotReadSoTheRefusalEndsTheConnection() throws IOException {
        try (RawClient client = api.raw()) {
            client.send("PUT /api/v1/fleet HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50000\r\n\r\n");

            assertThat(client.answer()).startsWith("HTTP/1.1 401").contains("Connection: close");
        }
        assertThat(send(Optional.empty()).header("Connection")).isNotEqualTo("close");
    }

    private Answer send(Optional<String> authorization) {
        return api.send("GET", "/api/v1/ledger", authorization, BodyPublishers.noBody(), Optional.empty());
    }
}

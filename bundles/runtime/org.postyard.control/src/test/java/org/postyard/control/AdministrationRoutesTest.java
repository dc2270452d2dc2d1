package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.administration.LogDesk;
import org.postyard.control.ApiServer.Answer;

/** The routes by which people change the node itself. */
class AdministrationRoutesTest {
    private static final String JAR = "application/java-archive";
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
    void anUploadTellsWhatItWouldDoBeforeAnythingIsDone() {
        JsonNode upload = api.send("POST", "/api/v1/plugins/uploads?name=b.jar", "integrator", JAR, "good")
                .json();

        assertThat(upload.get("fileName").asText()).isEqualTo("b.jar");
        assertThat(upload.get("sizeBytes").asInt()).isEqualTo(4);
        assertThat(upload.get("preview").get("action").asText()).isEqualTo("update");
        assertThat(upload.get("preview").get("plugin").asInt()).isEqualTo(7);
        assertThat(upload.get("preview").get("refreshed").get(0).asText()).isEqualTo("other");
        assertThat(api.desks.plugins.done).isEmpty();

        String id = upload.get("id").asText();
        JsonNode job = api.post("/api/v1/plugins/uploads/" + id + "/install", "integrator")
                .json();

        assertThat(ended(job).get("state").asText()).isEqualTo("done");
        assertThat(api.desks.plugins.done).containsExactly("install good by integrator");
        assertThat(api.post("/api/v1/plugins/uploads/" + id + "/install", "integrator")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUploadCanBeThrownAway() {
        String id = api.send("POST", "/api/v1/plugins/uploads", "admin", JAR, "good")
                .json()
                .get("id")
                .asText();

        assertThat(api.send("DELETE", "/api/v1/plugins/uploads/" + id, "admin", JAR, "")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/v1/plugins/uploads/" + id, "admin").status()).isEqualTo(404);
    }

    @Test
    void aFileThatIsNoPluginOrLacksSomethingIsRefusedWithTheReason() {
        for (String path : List.of("/api/v1/plugins/uploads", "/api/v1/plugins")) {
            Answer unfit = api.send("POST", path, "admin", JAR, "rubbish");
            Answer needy = api.send("POST", path, "admin", JAR, "needy");

            assertThat(unfit.status()).isEqualTo(422);
            assertThat(unfit.json().get("detail").asText()).isEqualTo("The file is no bundle.");
            assertThat(needy.status()).isEqualTo(422);
            assertThat(needy.json().get("errors").get(0).get("reason").asText())
                    .isEqualTo("package org.example.absent in version [1,2) is missing");
        }
        assertThat(api.desks.plugins.done).isEmpty();
    }

    @Test
    void aPluginIsUpdatedAndTheAnswerWaitsForTheEnd() {
        Answer answer = api.send("PUT", "/api/v1/plugins/7", "admin", JAR, "good");

        assertThat(answer.json().get("text").asText()).isEqualTo("It is done.");
        assertThat(api.desks.plugins.done).containsExactly("update good by admin");
        assertThat(api.send("PUT", "/api/v1/plugins/8", "admin", JAR, "good").status())
                .isEqualTo(404);
    }

    @Test
    void anActionOnAPluginIsPreviewedAndThenBegun() {
        assertThat(api.get("/api/v1/plugins/7/preview/rollback", "viewer")
                        .json()
                        .get("action")
                        .asText())
                .isEqualTo("rollback");
        JsonNode job = api.post("/api/v1/plugins/7/jobs/rollback", "admin").json();
        assertThat(ended(job).get("result").asText()).isEqualTo("It is done.");
        assertThat(api.post("/api/v1/plugins/7/jobs/dance", "admin").status()).isEqualTo(404);
    }

    @Test
    void aJobTellsItsProgressAndCanBeCancelled() throws Exception {
        String id = api.post("/api/v1/plugins/7/jobs/drain", "admin")
                .json()
                .get("id")
                .asText();
        await(() ->
                api.get("/api/v1/jobs/" + id, "viewer").json().get("percent").asInt() == 40);
        JsonNode running = api.get("/api/v1/jobs/" + id, "viewer").json();
        assertThat(running.get("step").asText()).isEqualTo("2 calls are still under way");
        assertThat(running.get("cancellable").asBoolean()).isTrue();

        assertThat(api.send("DELETE", "/api/v1/jobs/" + id, "admin", JAR, "").status())
                .isEqualTo(200);

        assertThat(ended(running).get("state").asText()).isEqualTo("cancelled");
        assertThat(api.send("DELETE", "/api/v1/jobs/" + id, "admin", JAR, "").status())
                .isEqualTo(409);
        assertThat(api.get("/api/v1/jobs", "viewer").json()).hasSize(1);
    }

    @Test
    void whatAJobRefusesIsAConflict() {
        Answer answer = api.send("DELETE", "/api/v1/plugins/7", "admin", JAR, "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).isEqualTo("It belongs to a feature.");
    }

    @Test
    void featuresAreListedInstalledAndRemoved() {
        assertThat(api.get("/api/v1/features", "viewer")
                        .json()
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("started");
        assertThat(api.post("/api/v1/features/postyard-balancer-basic/install", "admin")
                        .status())
                .isEqualTo(200);
        assertThat(api.send("DELETE", "/api/v1/features/postyard-balancer-basic", "admin", JAR, "")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/api/v1/features/nonsense/install", "admin").status())
                .isEqualTo(404);
    }

    @Test
    void settingsAreReadCheckedChangedAndReset() {
        String path = "/api/v1/settings/org.postyard.x";
        JsonNode before = api.get(path, "integrator").json();
        assertThat(before.get("settings").get(0).get("values").get(0).asText()).isEqualTo("30");
        assertThat(before.get("settings").get(1).get("values")).isEmpty();

        String wrong = "{\"values\":{\"seconds\":[\"6\"]}}";
        assertThat(api.post(path + "/check", "admin", wrong).json().get("valid").asBoolean())
                .isFalse();
        Answer refused = api.send("PUT", path, "admin", "application/json", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/values/seconds");

        Answer changed = api.send("PUT", path, "admin", "application/json", "{\"values\":{\"seconds\":[\"5\"]}}");
        assertThat(changed.json().get("settings").get(0).get("values").get(0).asText())
                .isEqualTo("5");
        Answer reset = api.send("DELETE", path, "admin", "application/json", "");
        assertThat(reset.json().get("settings").get(0).get("values").get(0).asText())
                .isEqualTo("30");
        assertThat(api.get("/api/v1/settings/nobody", "admin").status()).isEqualTo(404);
    }

    @Test
    void accountsAreMadeChangedAndRemovedAndPasswordsNeverReturned() {
        Answer made = api.post(
                "/api/v1/accounts",
                "admin",
                "{\"name\":\"carl\",\"password\":\"a good long one\",\"roles\":[\"operator\"]}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).doesNotContain("a good long one");
        assertThat(api.desks.accounts.lastPassword).isEqualTo("a good long one");

        Answer changed = api.send(
                "PUT", "/api/v1/accounts/carl", "admin", "application/json", "{\"roles\":[\"viewer\"],\"shell\":true}");
        assertThat(changed.json().get("roles").get(0).asText()).isEqualTo("viewer");
        assertThat(changed.json().get("shell").asBoolean()).isTrue();
        assertThat(api.send("PUT", "/api/v1/accounts/carl", "admin", "application/json", "{\"password\":\"short\"}")
                        .status())
                .isEqualTo(422);
        assertThat(api.send("PUT", "/api/v1/accounts/carl", "admin", "application/json", "{\"roles\":[\"king\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(api.send("DELETE", "/api/v1/accounts/carl", "admin", JAR, "").status())
                .isEqualTo(200);
        assertThat(api.send("DELETE", "/api/v1/accounts/anna", "admin", JAR, "").status())
                .isEqualTo(409);
        assertThat(api.send("DELETE", "/api/v1/accounts/carl", "admin", JAR, "").status())
                .isEqualTo(404);
    }

    @Test
    void theLogIsFilteredAndFollowed() {
        JsonNode page = api.get("/api/v1/log?after=40&level=warn&logger=org.post&text=care&limit=10", "operator")
                .json();

        assertThat(page.get("lastSequence").asLong()).isEqualTo(42);
        assertThat(page.get("lines").get(0).get("message").asText()).isEqualTo("careful");
        assertThat(api.desks.log.last)
                .isEqualTo(new LogDesk.Query(OptionalLong.of(40), LogDesk.Level.WARN, "org.post", "care", 10));
        assertThat(api.get("/api/v1/log?level=loud", "operator").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/log", "viewer").status()).isEqualTo(403);
    }

    @Test
    void theLevelOfALoggerIsSetAndReset() {
        String path = "/api/v1/log/loggers";
        Answer set =
                api.send("PUT", path, "admin", "application/json", "{\"name\":\"org.postyard\",\"level\":\"debug\"}");
        assertThat(set.body()).contains("org.postyard");
        Answer reset =
                api.send("PUT", path, "admin", "application/json", "{\"name\":\"org.postyard\",\"level\":\"default\"}");
        assertThat(reset.body()).doesNotContain("org.postyard");
        assertThat(api.send("PUT", path, "admin", "application/json", "{\"name\":\"ROOT\",\"level\":\"default\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLimitIsChangedInPlaceByWhoMayTune() {
        String change = "{\"scope\":{},\"name\":\"connections\",\"value\":%s,\"reason\":\"too slow\"}";

        JsonNode applied = api.post("/api/v1/limits", "operator", String.format(change, "8"))
                .json();

        assertThat(applied.get("version").get("author").asText()).isEqualTo("operator");
        assertThat(applied.get("version").get("comment").asText()).isEqualTo("too slow");
        assertThat(api.get("/api/v1/limits", "viewer")
                        .json()
                        .get(0)
                        .get("value")
                        .asDouble())
                .isEqualTo(8);
        assertThat(api.post("/api/v1/limits", "operator", String.format(change, "800"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/limits", "integrator", String.format(change, "9"))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(
                                "/api/v1/limits",
                                "admin",
                                String.format(change, "8").replace("connections", "colour"))
                        .status())
                .isEqualTo(422);
    }

    private JsonNode ended(JsonNode job) {
        String path = "/api/v1/jobs/" + job.get("id").asText();
        await(() -> !api.get(path, "viewer").json().get("state").asText().equals("running"));
        return api.get(path, "viewer").json();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("it takes too long").isNegative();
            Thread.onSpinWait();
        }
    }
}

package org.postyard.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Message;
import org.postyard.api.operation.StoreUnavailableException;
import org.postyard.control.ApiServer.Answer;
import org.postyard.control.problem.ProblemException;
import org.postyard.control.problem.ProblemMapper;
import org.postyard.testkit.spool.Messages;

class RoutesTest {
    private static final String YAML = "application/yaml";
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
    void queuesAreFilteredByEveryCondition() {
        assertThat(api.get("/api/v1/queues", "viewer").json()).hasSize(2);
        assertThat(api.get("/api/v1/queues?domain=b.example", "viewer").json()).hasSize(1);
        assertThat(api.get("/api/v1/queues?campaign=", "viewer")
                        .json()
                        .get(0)
                        .get("domain")
                        .asText())
                .isEqualTo("b.example");
        assertThat(api.get("/api/v1/queues?limit=0", "viewer").status()).isEqualTo(422);
    }

    @Test
    void aPreviewCountsAndTouchesNothing() {
        Answer answer = api.post(
                "/api/v1/queues/delete?preview=true", "operator", "{\"domain\":\"a.example\",\"everything\":false}");

        assertThat(answer.json().get("touched").asInt()).isEqualTo(40);
        assertThat(answer.json().get("done").asBoolean()).isFalse();
        assertThat(api.host.yard.actions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hold,47", "release,7", "expedite,7", "delete,47", "reroute,47"})
    void aPreviewCountsWhatThisActionWouldChange(String action, long touched) {
        String path = "/api/v1/queues/" + action + "?preview=true";

        assertThat(api.post(path, "operator", "{\"everything\":true,\"toPool\":\"spare\"}")
                        .json()
                        .get("touched")
                        .asLong())
                .isEqualTo(touched);
    }

    @Test
    void aReleaseThatIsNarrowerThanTheHoldWouldTouchNothing() {
        String path = "/api/v1/queues/release?preview=true";

        assertThat(api.post(path, "operator", "{\"pool\":\"main\"}")
                        .json()
                        .get("touched")
                        .asLong())
                .isZero();
        assertThat(api.post(path, "operator", "{\"tenant\":\"default\"}")
                        .json()
                        .get("touched")
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void aRerouteToThePoolThatCarriesTheMailAlreadyTouchesNothing() {
        Answer answer = api.post(
                "/api/v1/queues/reroute?preview=true", "operator", "{\"everything\":true,\"toPool\":\"main\"}");

        assertThat(answer.json().get("touched").asInt()).isZero();
    }

    @Test
    void queueActionsAreDoneInTheNameOfTheCaller() {
        api.post("/api/v1/queues/hold", "operator", "{\"domain\":\"a.example\",\"reason\":\"blocked\"}");
        api.post("/api/v1/queues/release", "operator", "{\"domain\":\"a.example\"}");
        api.post("/api/v1/queues/reroute", "operator", "{\"tenant\":\"shop\",\"toPool\":\"spare\"}");
        api.post("/api/v1/queues/expedite", "operator", "{\"everything\":true}");
        api.post("/api/v1/queues/delete", "admin", "{\"campaign\":\"spring\",\"reason\":\"recalled\"}");

        assertThat(api.host.yard.actions())
                .containsExactly(
                        "hold */*/a.example@* because blocked by operator",
                        "release */*/a.example@* by operator",
                        "reroute shop/*/*@* to spare by operator",
                        "expedite */*/*@* by operator",
                        "delete */spring/*@* because recalled by admin");
    }

    @Test
    void anActionWithoutAnyConditionNeedsToSayEverything() {
        Answer answer = api.post("/api/v1/queues/delete", "operator", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/everything");
        assertThat(api.host.yard.actions()).isEmpty();
    }

    @Test
    void aMessageThatLeftTheSpoolIsToldByItsHistory() {
        Messages messages = new Messages();
        Message message = messages.message("anna@a.example", "bert@b.example");
        api.host.journal.append(List.of(
                messages.event(message, 0, EventKind.RECEIVED, "").withSequence(1),
                messages.event(message, 1, EventKind.RECEIVED, "").withSequence(2),
                messages.event(message, 0, EventKind.DEFERRED, "451 later").withSequence(3),
                messages.event(message, 1, EventKind.BOUNCED, "550 no such user")
                        .withSequence(4),
                messages.event(message, 0, EventKind.DELIVERED, "250 ok").withSequence(5)));

        JsonNode view =
                api.get("/api/v1/messages/" + message.id().text(), "operator").json();

        assertThat(view.get("inSpool").asBoolean()).isFalse();
        assertThat(view.get("history")).hasSize(5);
        assertThat(view.get("recipients").get(0).get("state").asText()).isEqualTo("delivered");
        assertThat(view.get("recipients").get(1).get("reason").asText()).isEqualTo("550 no such user");
        assertThat(api.get("/api/v1/messages/" + message.id().text(), "viewer").status())
                .isEqualTo(403);
    }

    @Test
    void anUnknownOrMalformedMessageIdIsSaidToBeSo() {
        assertThat(api.get("/api/v1/messages/0000000000001", "operator").status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/messages/nonsense", "operator").status()).isEqualTo(400);
    }

    @Test
    void olderMessagesFollowPageByPageAlsoIfTheyCameInTheSameMoment() {
        Messages messages = new Messages();
        for (int i = 1; i <= 5; i++)
            api.host.journal.append(
                    List.of(messages.event(messages.message("anna" + i + "@a.example"), 0, EventKind.RECEIVED, "")
                            .withSequence(i)));
        List<String> seen = new ArrayList<>();
        String before = "";
        while (true) {
            JsonNode page =
                    api.get("/api/v1/messages?limit=2" + before, "operator").json();
            page.get("messages").forEach(message -> seen.add(message.get("id").asText()));
            if (!page.get("more").asBoolean()) break;
            before = "&before=" + seen.get(seen.size() - 1);
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(api.get("/api/v1/messages?before=0000000000001", "operator").status())
                .isEqualTo(404);
    }

    @Test
    void searchGivesEachMessageOnceWithTheRecipientsThatMatch() {
        Messages messages = new Messages();
        Message message = messages.message("anna@a.example", "bert@b.example");
        api.host.journal.append(List.of(
                messages.event(message, 0, EventKind.RECEIVED, "").withSequence(1),
                messages.event(message, 1, EventKind.RECEIVED, "").withSequence(2)));

        assertThat(api.get("/api/v1/messages?sender=" + Messages.SENDER, "operator")
                        .json()
                        .get("messages"))
                .hasSize(1);
        JsonNode found =
                api.get("/api/v1/messages?recipient=@b.example", "operator").json();
        assertThat(found.get("messages").get(0).get("recipients")).hasSize(1);
    }

    @Test
    void eventsArePagedBySequence() {
        Messages messages = new Messages();
        Message message = messages.message("anna@a.example");
        for (int sequence = 1; sequence <= 5; sequence++)
            api.host.journal.append(List.of(
                    messages.event(message, 0, EventKind.DEFERRED, "451").withSequence(sequence)));

        JsonNode first = api.get("/api/v1/events?kind=deferred,bounced&limit=3", "operator")
                .json();
        JsonNode second = api.get(
                        "/api/v1/events?limit=3&after="
                                + first.get("lastSequence").asLong(),
                        "operator")
                .json();

        assertThat(first.get("events")).hasSize(3);
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(second.get("events")).hasSize(2);
        assertThat(second.get("events").get(1).get("sequence").asLong()).isEqualTo(5);
        assertThat(api.get("/api/v1/events?kind=nonsense", "operator").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/events?from=yesterday", "operator").status())
                .isEqualTo(400);
    }

    @Test
    void aSuppressionIsAddedFoundAndRemoved() {
        Answer added = api.post("/api/v1/suppressions", "operator", "{\"address\":\"Anna@A.example\"}");
        assertThat(added.json().get("address").asText()).isEqualTo("anna@a.example");
        assertThat(added.json().get("source").asText()).isEqualTo("operator");
        assertThat(api.get("/api/v1/suppressions/match?address=anna@a.example", "operator")
                        .json()
                        .get("suppressed")
                        .asBoolean())
                .isTrue();
        assertThat(api.get("/api/v1/suppressions", "operator")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);

        assertThat(api.send("DELETE", "/api/v1/suppressions/anna@a.example", "operator", "text/plain", "")
                        .status())
                .isEqualTo(200);

        assertThat(api.send("DELETE", "/api/v1/suppressions/anna@a.example", "operator", "text/plain", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSuppressionThatIsOverBeforeItBeginsIsRefused() {
        Answer answer = api.post(
                "/api/v1/suppressions",
                "operator",
                "{\"address\":\"anna@a.example\",\"expires\":\"2001-01-01T00:00:00Z\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/expires");
    }

    @Test
    void aFleetIsAppliedExportedAndRolledBack() {
        Answer first = api.send("PUT", "/api/v1/fleet?comment=one", "admin", YAML, "servers: [one]\n");
        assertThat(first.json().get("version").get("number").asInt()).isEqualTo(1);
        api.send("PUT", "/api/v1/fleet", "admin", YAML, "servers: [two]\n");
        assertThat(api.get("/api/v1/fleet", "viewer").body()).isEqualTo("servers: [two]\n");
        assertThat(api.get("/api/v1/fleet/versions", "viewer").json()).hasSize(2);

        Answer back = api.post("/api/v1/fleet/rollback/1", "admin");

        assertThat(back.json().get("version").get("number").asInt()).isEqualTo(3);
        assertThat(api.get("/api/v1/fleet", "viewer").body()).isEqualTo("servers: [one]\n");
        assertThat(api.post("/api/v1/fleet/rollback/9", "admin").status()).isEqualTo(404);
    }

    @Test
    void anInvalidFleetChangesNothingAndSaysLineAndPath() {
        Answer answer = api.send("PUT", "/api/v1/fleet", "admin", YAML, "broken");

        assertThat(answer.status()).isEqualTo(422);
        JsonNode error = answer.json().get("errors").get(0);
        assertThat(error.get("line").asInt()).isEqualTo(3);
        assertThat(error.get("pointer").asText()).isEqualTo("servers[0].role");
        assertThat(api.get("/api/v1/fleet/versions", "viewer").json()).isEmpty();
        assertThat(api.send("POST", "/api/v1/fleet/check", "viewer", YAML, "broken")
                        .json()
                        .get("valid")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void anApiKeyIsShownOnceAndListedWithoutItsSecret() {
        Answer created = api.post("/api/v1/keys", "admin", "{\"name\":\"console\",\"role\":\"viewer\"}");

        String token = created.json().get("token").asText();
        assertThat(token).isNotEmpty();
        assertThat(api.get("/api/v1/keys", "admin").body()).contains("console").doesNotContain(token);
        assertThat(api.post("/api/v1/keys", "admin", "{\"name\":\"x\",\"role\":\"king\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void metricsHaveHelpAndType() {
        Answer answer = api.get("/api/v1/metrics", "viewer");

        assertThat(answer.header("Content-Type")).startsWith("text/plain").contains("version=0.0.4");
        assertThat(answer.body())
                .contains("# TYPE postyard_accepted_total counter\npostyard_accepted_total{class=\"bulk\"} 100\n")
                .contains("# HELP postyard_process_threads Threads of the process.\n")
                .contains("postyard_process_threads 12\n");
    }

    @Test
    void pluginsAreListedWithTheirSlotsAndReplaced() {
        JsonNode plugin = api.get("/api/v1/plugins", "viewer").json().get(0);
        assertThat(plugin.get("slots").get(0).get("id").asText()).isEqualTo("round-robin");
        assertThat(api.send("PUT", "/api/v1/plugins/7", "integrator", "application/java-archive", "good")
                        .status())
                .isEqualTo(200);
        assertThat(api.send("POST", "/api/v1/plugins", "admin", "application/java-archive", "")
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/plugins/8/stop", "admin").status()).isEqualTo(404);
    }

    @Test
    void bodiesAreLimitedAndUploadsHaveALimitOfTheirOwn() {
        String large = "x".repeat(150_000);
        String tooLarge = "x".repeat(250_000);

        assertThat(api.send("PUT", "/api/v1/fleet", "admin", YAML, large).status())
                .isEqualTo(413);
        assertThat(api.send("POST", "/api/v1/plugins", "admin", "application/java-archive", large)
                        .status())
                .as("it is read to its end, and is no plug-in")
                .isEqualTo(422);
        assertThat(api.send("POST", "/api/v1/plugins", "admin", "application/java-archive", tooLarge)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void malformedJsonIsAProblemWithItsPlace() {
        Answer syntax = api.post("/api/v1/queues/hold", "operator", "{\n\"domain\": ");
        Answer unknown = api.post("/api/v1/queues/hold", "operator", "{\"domian\": \"a.example\"}");
        Answer empty = api.post("/api/v1/queues/hold", "operator", "");

        assertThat(syntax.status()).isEqualTo(400);
        assertThat(syntax.json().get("errors").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(unknown.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/domian");
        assertThat(empty.status()).isEqualTo(400);
    }

    @Test
    void mailThatNobodyTakesYetIsToBeOfferedAgain() {
        for (String path : List.of("/api/v1/messages", "/api/v1/messages/batch")) {
            Answer answer = api.post(path, "integrator", "{}");

            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("10");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNoErrorOfOurs() {
        ProblemException problem =
                ProblemMapper.problemOf(new StoreUnavailableException("away", new IOException("refused")));

        assertThat(problem.problem().status()).isEqualTo(503);
        assertThat(problem.headers()).anyMatch(header -> header.getKey().equals("Retry-After"));
    }

    @Test
    void nobodyLearnsTheNamesOfClassesFromAProblem() {
        for (String body : List.of("{", "[]", "{\"a\":1}", "{\"name\":\"a\"}", "{\"name\":{}}", "{\"roles\":[null]}")) {
            Answer answer = api.post("/api/v1/accounts", "admin", body);

            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.body())
                    .as(body)
                    .doesNotContain("org.postyard.")
                    .doesNotContain("java.")
                    .doesNotContain("REDACTED");
        }
    }

    @Test
    void aPreviewThatIsNeitherTrueNorFalseTouchesNothing() {
        for (String word : List.of("yes", "1", "TRUE", "")) {
            Answer answer = api.post("/api/v1/queues/delete?preview=" + word, "operator", "{\"everything\":true}");

            assertThat(answer.status()).as(word).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asText())
                    .isEqualTo("preview");
        }
        assertThat(api.host.yard.actions()).isEmpty();
    }

    @Test
    void aRefusalWaitsForTheRestOfTheBodySoThatTheConnectionServesAgain() throws IOException {
        for (String path : List.of("queues/delete?preview=yes", "nowhere", "ledger"))
            try (RawClient client = api.raw()) {
                client.send("POST /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                        + ApiServer.basic("operator")
                        + "\r\nContent-Type: application/json\r\nContent-Length: 19\r\n\r\n");
                assertThat(client.isSilentFor(Duration.ofMillis(300))).as(path).isTrue();
                client.send("{\"everything\":true}");
                assertThat(client.answer()).as(path).startsWith("HTTP/1.1 4").doesNotContain("Connection: close");

                client.send("GET /api/v1/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.answer()).as(path).startsWith("HTTP/1.1 200");
            }
    }

    @Test
    void aRefusalOfABodyThatDoesNotEndSoonSaysThatItEndsTheConnection() throws IOException {
        try (RawClient client = api.raw()) {
            client.send("PUT /api/v1/fleet HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + ApiServer.basic("admin")
                    + "\r\nContent-Type: " + YAML + "\r\nContent-Length: 5000000\r\n\r\n");
            client.send("x".repeat(1_100_000));

            assertThat(client.answer()).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
    }

    @Test
    void aParameterThatIsNoNumberIsNamed() {
        for (String path : List.of("events?limit=abc", "events?after=1e9", "queues?limit=99999999999", "log?limit=x")) {
            Answer answer = api.get("/api/v1/" + path, "operator");

            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(path)
                    .contains("?"
                            + answer.json().get("errors").get(0).get("pointer").asText() + "=");
        }
        assertThat(api.get("/api/v1/events?newest=yes", "operator").status()).isEqualTo(422);
    }

    @Test
    void headersThatCannotBeReadAreAProblemToo() {
        for (String type : List.of("", "nonsense", "a/b/c", "application/json;=")) {
            Answer answer = api.send("DELETE", "/api/v1/servers", "admin", type, "x");

            assertThat(answer.status()).as(type).isEqualTo(400);
            assertThat(answer.json().get("detail").asText()).as(type).contains("Content-Type");
        }
    }

    @Test
    void whichMethodsARouteHasIsSaidInAllow() {
        Answer options = api.send("OPTIONS", "/api/v1/servers", "viewer", "text/plain", "");
        assertThat(options.status()).isIn(200, 204);
        assertThat(options.header("Allow")).contains("GET");
        assertThat(api.send("PATCH", "/api/v1/servers", "viewer", "text/plain", "x")
                        .header("Allow"))
                .contains("GET");
        Answer stream = api.send("DELETE", "/api/v1/stream", "viewer", "text/plain", "");
        assertThat(stream.status()).isEqualTo(405);
        assertThat(stream.header("Allow")).isEqualTo("GET");
    }

    @Test
    void whatIsNotServedIsAProblemAndNeverAPage() {
        for (String path : List.of("/api/v1/nothing", "/api/nothing", "/api/v1/ledger/more")) {
            Answer answer = api.get(path, "admin");
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
        }
        assertThat(api.send("PATCH", "/api/v1/ledger", "admin", "text/plain", "x")
                        .status())
                .isEqualTo(405);
        assertThat(api.send("PUT", "/api/v1/fleet", "admin", "image/png", "x").status())
                .isEqualTo(415);
    }

    @Test
    void anErrorOfOursHasACorrelationIdAndNoStackTrace() {
        api.host.yard.fail(true);

        Answer answer = api.get("/api/v1/ledger", "viewer");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().get("correlationId").asText()).hasSize(36);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void meSaysWhatTheCallerMayDo() {
        JsonNode me = api.get("/api/v1/me", "viewer").json();

        assertThat(me.get("name").asText()).isEqualTo("viewer");
        assertThat(me.get("operations").toString()).contains("WATCH").doesNotContain("CHANGE_FLEET");
    }

    @Test
    void meAndARefusalSayWhichRolesMay() {
        JsonNode table = api.get("/api/v1/me", "viewer").json().get("roleTable");
        String refusal = api.send("POST", "/api/v1/queues/hold", "viewer", "application/json", "{}")
                .body();

        assertThat(table.get("STEER_QUEUES").toString()).isEqualTo("[\"operator\",\"admin\"]");
        assertThat(refusal).contains("'viewer' has no role that may do STEER_QUEUES; operator and admin may.");
    }
}

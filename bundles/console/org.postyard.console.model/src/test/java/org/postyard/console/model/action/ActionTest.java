package org.postyard.console.model.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.connection.Trouble;
import org.postyard.console.model.connection.WireJson;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.protocol.Problem;

class ActionTest {
    private final List<String> requests = new ArrayList<>();
    private Optional<Outcome<?>> failure = Optional.empty();

    /** Answers everything as done, and remembers what was asked. */
    private final ApiClient client = new ApiClient() {
        @Override
        @SuppressWarnings("unchecked")
        public <T> CompletionStage<Outcome<T>> send(ApiRequest<T> request) {
            requests.add(request.method() + " " + request.path().text());
            if (failure.isPresent()) return CompletableFuture.completedFuture((Outcome<T>) failure.get());
            try {
                byte[] answer = "{\"done\":true,\"touched\":1,\"text\":\"Done.\"}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
                return CompletableFuture.completedFuture(
                        new Outcome.Done<>(request.answer().read(answer, new WireJson())));
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    @Test
    void whatCanBeTakenBackSaysHow() throws Exception {
        Action drain = new ServerActions(client).drain(Examples.server("mta-1", "ams", "active"));
        ActionReport report = run(drain, "");
        assertThat(report.done()).isTrue();
        assertThat(report.text()).isEqualTo("Done.");
        Action undo = report.undo().orElseThrow();
        assertThat(undo.title()).isEqualTo("Resume server mta-1");
        run(undo, "");
        assertThat(requests).containsExactly("POST /servers/mta-1/drain", "POST /servers/mta-1/resume");
    }

    @Test
    void takingBackARestartOfADrainedServerDrainsItAgain() throws Exception {
        ActionReport report = run(new ServerActions(client).resume(Examples.server("mta-1", "ams", "maintenance")), "");
        assertThat(report.undo().orElseThrow().id()).isEqualTo("server.maintenance");
    }

    @Test
    void aPreviewAsksAndChangesNothing() throws Exception {
        Action delete = new QueueActions(client).delete(QueueScope.ofDomain("example.org"));
        assertThat(delete.confirmation().orElseThrow().destructive()).isTrue();
        assertThat(delete.undo()).isEmpty();
        delete.preview().orElseThrow().ask("why").toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(requests).containsExactly("POST /queues/delete?preview=true");
    }

    @Test
    void theEndOfAllHoldsHasAPreviewAndCannotBeTakenBack() throws Exception {
        Action release = new QueueActions(client).releaseAll();
        assertThat(release.confirmation().orElseThrow().question()).isEqualTo("Release all queues?");
        release.preview().orElseThrow().ask("").toCompletableFuture().get(5, TimeUnit.SECONDS);
        assertThat(run(release, "").undo()).isEmpty();
        assertThat(requests).containsExactly("POST /queues/release?preview=true", "POST /queues/release?preview=false");
    }

    @Test
    void theWordsOfTheRuntimeAreASentence() throws Exception {
        failure = Optional.of(new Outcome.Refused<>(
                new Problem("urn:x", "Conflict", 409, "nothing matched", Optional.empty(), List.of()),
                Optional.empty()));
        ActionReport report = run(new QueueActions(client).release(QueueScope.ofTenant("acme")), "");
        assertThat(report.why()).isEqualTo("Nothing matched.");
    }

    @Test
    void aFailureSaysWhatWhyAndWhatNow() throws Exception {
        failure = Optional.of(new Outcome.Refused<>(
                new Problem("urn:x", "Not allowed", 403, "This needs the role operator.", Optional.empty(), List.of()),
                Optional.empty()));
        ActionReport report = run(new QueueActions(client).hold(QueueScope.ofTenant("acme")), "why");
        assertThat(report.done()).isFalse();
        assertThat(report.what()).isEqualTo("Hold queues of tenant acme failed.");
        assertThat(report.why()).isEqualTo("This needs the role operator.");
        assertThat(report.now()).contains("Ask somebody");
        assertThat(report.undo()).isEmpty();
    }

    @Test
    void aBrokenConnectionLeavesOpenWhetherItWasDone() throws Exception {
        failure = Optional.of(new Outcome.Unreachable<>(Trouble.BROKEN, "It broke.", Optional.empty()));
        ActionReport report = run(new QueueActions(client).expedite(QueueScope.ALL), "");
        assertThat(report.now()).contains("may have been done all the same");
    }

    @Test
    void aRoleThatMayNotIsToldInWords() {
        Action drain = new ServerActions(client).drain(Examples.server("mta-1", "ams", "active"));
        assertThat(Permission.of(drain, Examples.snapshot("STEER_SERVERS")).possible())
                .isTrue();
        Permission refused = Permission.of(drain, Examples.snapshot("WATCH"));
        assertThat(refused.possible()).isFalse();
        assertThat(refused.reason())
                .isEqualTo("You are logged in as ops with the role viewer, which may not drain or resume servers."
                        + " The roles operator and admin may.");
    }

    @Test
    void withoutConnectionOrInTheWrongStateNothingIsPossible() {
        Action resume = new ServerActions(client).resume(Examples.server("mta-1", "ams", "active"));
        assertThat(Permission.of(resume, Examples.snapshot("STEER_SERVERS")).reason())
                .contains("active already");
        assertThat(Permission.of(
                                resume,
                                Examples.with(
                                        Examples.snapshot("STEER_SERVERS"), new LinkState.Stale(Examples.NOW, "broke")))
                        .reason())
                .contains("no connection");
    }

    private static ActionReport run(Action action, String input) throws Exception {
        return action.run(input).toCompletableFuture().get(5, TimeUnit.SECONDS);
    }
}

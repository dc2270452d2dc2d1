package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.call.MessageCalls;
import org.postyard.console.model.call.QueueCalls;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.console.model.connection.ApiRequest;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.table.Grid;
import org.postyard.protocol.SubmissionReceipt;

/** Steers mail of a real runtime in the console: a held queue, a message from reception to reply, events, and the quick search. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class MailTest {

    /** One queue and no more: what a broader hold covers is not released with one queue of it. */
    private static final QueueScope HELD =
            new QueueScope(Optional.of("default"), Optional.of(""), Optional.of("held.example"), Optional.empty());

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    MailTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void aHeldQueueIsReleasedAfterItsPreviewAndItsMailIsFollowedToTheReply() throws Exception {
        done(new QueueCalls(connected.live().client()).hold(HELD, "a test holds it", false));
        String id = submit("anna@held.example");
        go(new Target.ToQueues(HELD));
        workbench.untilShown(() -> row("held by admin: a test holds it"));
        workbench.screenshot("held-queue");
        press("Release");
        workbench.untilShown(() -> Widgets.dialog("Release queues"));
        workbench.screenshot("release-a-queue");
        workbench.on(() -> {
            Widgets.press(Widgets.dialog("Release queues").orElseThrow(), "Release");
            return true;
        });
        RunningWorkbench.until(() -> inJournal(id, "delivered"));
        go(new Target.ToMessage(id));
        workbench.untilShown(() -> row("anna@held.example", "delivered", "250 2.0.0"));
        workbench.screenshot("message-history");
    }

    @Test
    void messagesAreFoundByTheDomainOfTheirRecipients() throws Exception {
        String id = submit("bert@found.example");
        RunningWorkbench.until(() -> inJournal(id, "delivered"));
        go(new Target.ToMessagesOf("found.example"));
        workbench.untilShown(() -> row(id, "bert@found.example"));
    }

    @Test
    void eventsAppearWhileMailMovesAndStandStillWhilePaused() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.EVENTS);
            return true;
        });
        submit("carla@seen.example");
        workbench.untilShown(() -> row("carla@seen.example", "delivered"));
        press("Pause");
        workbench.untilShown(() -> Widgets.action("Go on"));
        submit("dora@unseen.example");
        RunningWorkbench.until(() -> happened("dora@unseen.example", "kind=delivered"));
        workbench.settle();
        assertThat(workbench.on(() -> row("dora@unseen.example"))).isEmpty();
        press("Go on");
        workbench.untilShown(() -> row("dora@unseen.example"));
    }

    @Test
    void theQuickSearchFindsAServerByAPartOfItsName() throws Exception {
        workbench.on(() -> {
            workbench.window().getService(IHandlerService.class).executeCommand("org.postyard.console.ui.search", null);
            return true;
        });
        workbench.untilShown(MailTest::searchField);
        workbench.settle();
        workbench.on(() -> {
            searchField().orElseThrow().setText("ard-2");
            return true;
        });
        workbench.untilShown(() -> row("yard-2", "server", ConnectedRuntime.NAME));
        workbench.screenshot("quick-search");
        workbench.on(() -> {
            searchField().orElseThrow().getShell().close();
            return true;
        });
    }

    private boolean inJournal(String id, String kind) {
        return new MessageCalls(connected.live().client())
                .message(id)
                .toCompletableFuture()
                .join()
                .value()
                .filter(message -> message.history().stream()
                        .anyMatch(event -> event.kind().equals(kind)))
                .isPresent();
    }

    private boolean happened(String... texts) {
        return connected.live().snapshot().events().newest().stream()
                .map(Object::toString)
                .anyMatch(event -> List.of(texts).stream().allMatch(event::contains));
    }

    private static Optional<Text> searchField() {
        return Widgets.find(Text.class, field -> field.getMessage().startsWith("Server, source, queue"));
    }

    /** The line of a visible grid that has all of the texts in it; only selected lines count where some are selected. */
    private static Optional<String> row(String... texts) {
        return Widgets.visible()
                .filter(Grid.class::isInstance)
                .flatMap(grid -> ((Grid<?>) grid).asText().lines())
                .filter(line -> List.of(texts).stream().allMatch(line::contains))
                .findFirst();
    }

    private String submit(String recipient) throws Exception {
        Map<String, Object> message =
                Map.of("from", "news@sender.example", "to", List.of(recipient), "subject", "Hello", "text", "Hello");
        ApiRequest<SubmissionReceipt> request =
                ApiRequest.post(ApiPath.of("messages"), SubmissionReceipt.class).sending(message);
        return done(connected.live().client().send(request)).id();
    }

    private static <T> T done(CompletionStage<Outcome<T>> stage) throws Exception {
        Outcome<T> outcome = stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        return outcome.value().orElseThrow(() -> new AssertionError(outcome.reason()));
    }

    private void go(Target target) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(target);
            return true;
        });
    }

    private void press(String action) throws Exception {
        workbench.untilShown(() -> Widgets.action(action).filter(ActionButton::isUsable));
        // A dialog may open, so that the press does not return before it is closed.
        workbench.later(() -> Widgets.action(action).orElseThrow().press());
    }
}

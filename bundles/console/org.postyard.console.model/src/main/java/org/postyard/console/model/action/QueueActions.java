package org.postyard.console.model.action;

import java.util.List;
import java.util.Optional;
import org.postyard.console.model.call.QueueCalls;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.ApiClient;

/** What can be done to queues; each can say before what it would touch. */
public final class QueueActions {
    private static final String STEER = "STEER_QUEUES";
    private static final String DELETE = "DELETE_MAIL";

    private final QueueCalls calls;

    public QueueActions(ApiClient client) {
        this.calls = new QueueCalls(client);
    }

    /** All of them, in the order of a menu. */
    public List<Action> all(QueueScope scope) {
        return List.of(hold(scope), release(scope), reroute(scope), expedite(scope), delete(scope));
    }

    /** No attempts until they are released, also for mail that arrives later. */
    public Action hold(QueueScope scope) {
        return new Action(
                "queue.hold",
                "Hold",
                scope.text(),
                STEER,
                Optional.empty(),
                asking(
                        "Hold " + scope.text() + "?",
                        "No attempts are made until they are released, also for mail that arrives later."),
                Action.Asks.REASON,
                Optional.of(reason -> calls.hold(scope, reason, true)),
                reason -> calls.hold(scope, reason, false),
                Optional.of(reason -> release(scope)));
    }

    /** Ends a hold. */
    public Action release(QueueScope scope) {
        return new Action(
                "queue.release",
                "Release",
                scope.text(),
                STEER,
                Optional.empty(),
                asking("Release " + scope.text() + "?", "Their mail is tried again as its timetable says."),
                Action.Asks.NOTHING,
                Optional.of(input -> calls.release(scope, true)),
                input -> calls.release(scope, false),
                Optional.of(input -> hold(scope)));
    }

    /** Ends every hold, also one that covers more than any queue that can be selected. */
    public Action releaseAll() {
        return new Action(
                "queue.release",
                "Release",
                QueueScope.ALL.text(),
                STEER,
                Optional.empty(),
                asking(
                        "Release " + QueueScope.ALL.text() + "?",
                        "Every hold ends, whoever set it; mail is tried again as its timetable says."
                                + " This cannot be taken back at once: what was held is not remembered."),
                Action.Asks.NOTHING,
                Optional.of(input -> calls.release(QueueScope.ALL, true)),
                input -> calls.release(QueueScope.ALL, false),
                Optional.empty());
    }

    /** Carries what is queued now through another pool. */
    public Action reroute(QueueScope scope) {
        return new Action(
                "queue.reroute",
                "Reroute",
                scope.text(),
                STEER,
                Optional.empty(),
                asking(
                        "Reroute " + scope.text() + "?",
                        "What is queued now goes out through the other pool; mail that arrives later is not touched."),
                Action.Asks.POOL,
                Optional.of(pool -> calls.reroute(scope, pool, true)),
                pool -> calls.reroute(scope, pool, false),
                Optional.empty());
    }

    /** Makes what waits for a later attempt due now. */
    public Action expedite(QueueScope scope) {
        return new Action(
                "queue.expedite",
                "Expedite",
                scope.text(),
                STEER,
                Optional.empty(),
                asking("Expedite " + scope.text() + "?", "What waits for a later attempt is tried now."),
                Action.Asks.NOTHING,
                Optional.of(input -> calls.expedite(scope, true)),
                input -> calls.expedite(scope, false),
                Optional.empty());
    }

    /** Ends what is queued now as cancelled. */
    public Action delete(QueueScope scope) {
        return new Action(
                "queue.delete",
                "Delete",
                scope.text(),
                DELETE,
                Optional.empty(),
                Optional.of(new Action.Confirmation(
                        "Delete " + scope.text() + "?",
                        "What is queued now is never sent and counts as cancelled. This cannot be taken back.",
                        true)),
                Action.Asks.REASON,
                Optional.of(reason -> calls.delete(scope, reason, true)),
                reason -> calls.delete(scope, reason, false),
                Optional.empty());
    }

    private static Optional<Action.Confirmation> asking(String question, String consequence) {
        return Optional.of(new Action.Confirmation(question, consequence, false));
    }
}

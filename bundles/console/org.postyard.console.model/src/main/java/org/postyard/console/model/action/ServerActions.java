package org.postyard.console.model.action;

import java.util.List;
import java.util.Optional;
import org.postyard.console.model.call.ServerCalls;
import org.postyard.console.model.connection.ApiClient;
import org.postyard.protocol.ServerView;

/** What can be done to a server. */
public final class ServerActions {
    private static final String OPERATION = "STEER_SERVERS";

    private final ServerCalls calls;

    public ServerActions(ApiClient client) {
        this.calls = new ServerCalls(client);
    }

    /** All of them, in the order of a menu. */
    public List<Action> all(ServerView server) {
        return List.of(drain(server), maintenance(server), resume(server));
    }

    /** Stops new work; what is in flight ends normally. */
    public Action drain(ServerView server) {
        return drain(server.id(), server.state());
    }

    /** Drains and keeps the server out until it is resumed. */
    public Action maintenance(ServerView server) {
        return maintenance(server.id(), server.state());
    }

    /** Gives the server work again. */
    public Action resume(ServerView server) {
        return resume(server.id(), server.state());
    }

    private Action drain(String id, String state) {
        return new Action(
                "server.drain",
                "Drain",
                "server " + id,
                OPERATION,
                state.equals("draining") ? Optional.of("Server " + id + " is draining already.") : Optional.empty(),
                Optional.of(new Action.Confirmation(
                        "Drain server " + id + "?",
                        "It gets no new work; what is in flight ends normally, and its queued mail goes out over other servers.",
                        false)),
                Action.Asks.NOTHING,
                Optional.empty(),
                input -> calls.drain(id),
                Optional.of(input -> back(id, state, "draining")));
    }

    private Action maintenance(String id, String state) {
        return new Action(
                "server.maintenance",
                "Maintenance",
                "server " + id,
                OPERATION,
                state.equals("maintenance")
                        ? Optional.of("Server " + id + " is in maintenance already.")
                        : Optional.empty(),
                Optional.of(new Action.Confirmation(
                        "Take server " + id + " out for maintenance?",
                        "It is drained and stays out, also over a restart of the runtime, until somebody resumes it.",
                        false)),
                Action.Asks.NOTHING,
                Optional.empty(),
                input -> calls.maintenance(id),
                Optional.of(input -> back(id, state, "maintenance")));
    }

    private Action resume(String id, String state) {
        return new Action(
                "server.resume",
                "Resume",
                "server " + id,
                OPERATION,
                state.equals("active") ? Optional.of("Server " + id + " is active already.") : Optional.empty(),
                Optional.empty(),
                Action.Asks.NOTHING,
                Optional.empty(),
                input -> calls.resume(id),
                Optional.of(input -> back(id, state, "active")));
    }

    /** Back to the state before; a server that was down is simply resumed. */
    private Action back(String id, String before, String now) {
        return switch (before) {
            case "draining" -> drain(id, now);
            case "maintenance" -> maintenance(id, now);
            default -> resume(id, now);
        };
    }
}

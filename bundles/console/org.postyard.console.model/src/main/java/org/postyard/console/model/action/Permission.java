package org.postyard.console.model.action;

import java.util.List;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.CallerView;

/**
 * Whether an action is possible now.
 *
 * @param reason why not, in one sentence; empty if it is
 */
public record Permission(boolean possible, String reason) {
    private static final Permission YES = new Permission(true, "");

    public static Permission of(Action action, RuntimeSnapshot snapshot) {
        Permission operation = of(action.operation(), snapshot);
        if (!operation.possible()) return operation;
        return action.impossible().map(reason -> new Permission(false, reason)).orElse(YES);
    }

    /** For actions that are not made here. */
    public static Permission of(String operation, RuntimeSnapshot snapshot) {
        if (!snapshot.link().live())
            return new Permission(false, "There is no connection to " + snapshot.runtime() + " now.");
        if (snapshot.allows(operation)) return YES;
        return new Permission(
                false, snapshot.caller().map(who -> refusal(who, operation)).orElse("Who you are is not known yet."));
    }

    private static String refusal(CallerView caller, String operation) {
        String roles = caller.roles().isEmpty() ? "no role" : "the role " + String.join(", ", caller.roles());
        return "You are logged in as " + caller.name() + " with " + roles + ", which may not " + words(operation) + "."
                + whoMay(caller.rolesFor(operation));
    }

    private static String whoMay(List<String> roles) {
        if (roles.isEmpty()) return "";
        if (roles.size() == 1) return " The role " + roles.get(0) + " may.";
        int last = roles.size() - 1;
        return " The roles " + String.join(", ", roles.subList(0, last)) + " and " + roles.get(last) + " may.";
    }

    private static String words(String operation) {
        return switch (operation) {
            case "READ_ADDRESSES" -> "see messages and addresses";
            case "STEER_SERVERS" -> "drain or resume servers";
            case "STEER_QUEUES" -> "hold, release, reroute or expedite queues";
            case "DELETE_MAIL" -> "delete queued mail";
            case "EDIT_SUPPRESSIONS" -> "change suppressions";
            case "READ_FLEET" -> "read the fleet document";
            case "CHANGE_FLEET" -> "change the fleet document";
            case "TUNE" -> "change balancers and limits";
            case "MANAGE_PLUGINS" -> "change plug-ins";
            case "CHANGE_SETTINGS" -> "change settings";
            case "READ_LOG" -> "read the log";
            case "SUBMIT_MAIL" -> "submit mail";
            case "MANAGE_ACCESS" -> "manage accounts and keys";
            default -> "do this (" + operation + ")";
        };
    }
}

package org.postyard.console.model.action;

import java.util.Optional;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.connection.ProblemText;
import org.postyard.console.model.connection.Trouble;
import org.postyard.protocol.ActionView;
import org.postyard.protocol.Problem;

/**
 * What became of an action, for people.
 *
 * @param what one sentence on what was or was not done
 * @param why the runtime's words, or the trouble on the way
 * @param now what to do about it; empty if nothing is to be done
 * @param undo takes it back; empty if it failed or cannot be taken back
 */
public record ActionReport(boolean done, String what, String why, String now, Optional<Action> undo) {

    static ActionReport of(Action action, String input, Outcome<ActionView> outcome) {
        return outcome.fold(new Outcome.Cases<ActionView, ActionReport>() {
            @Override
            public ActionReport done(ActionView view) {
                if (!view.done())
                    return new ActionReport(
                            false,
                            action.title() + ": nothing was changed.",
                            sentence(view.text()),
                            "",
                            Optional.empty());
                return new ActionReport(
                        true, sentence(view.text()), "", "", action.undo().map(undo -> undo.of(input)));
            }

            @Override
            public ActionReport refused(Outcome.Refused<ActionView> refused) {
                return failed(action, ProblemText.of(refused.problem()), adviceOn(refused.problem()));
            }

            @Override
            public ActionReport unreachable(Outcome.Unreachable<ActionView> unreachable) {
                return failed(action, unreachable.reason(), adviceOn(unreachable.trouble()));
            }
        });
    }

    /** The runtime's words as a sentence. */
    private static String sentence(String text) {
        if (text.isEmpty()) return text;
        String ended = ".?!".indexOf(text.charAt(text.length() - 1)) >= 0 ? text : text + ".";
        return Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }

    private static ActionReport failed(Action action, String why, String now) {
        return new ActionReport(false, action.title() + " failed.", sentence(why), now, Optional.empty());
    }

    private static String adviceOn(Problem problem) {
        return switch (problem.status()) {
            case 401 -> "Log in again.";
            case 403 -> "Ask somebody whose role allows it.";
            case 404 -> "It may have been removed meanwhile; look at the list again.";
            case 409, 422, 400 -> "Nothing was changed. Correct it and try again.";
            case 429, 503 -> "Wait a moment and try again.";
            default ->
                problem.correlationId()
                        .map(id -> "Look for " + id + " in the log of the runtime.")
                        .orElse("Look into the log of the runtime.");
        };
    }

    private static String adviceOn(Trouble trouble) {
        return switch (trouble) {
            case TIMEOUT, BROKEN, NOT_UNDERSTOOD ->
                "It may have been done all the same: look at the state before you try again.";
            case NO_CONNECTION, INSECURE -> "Nothing was changed. Try again when the connection is back.";
            case CERTIFICATE_NEW, CERTIFICATE_CHANGED, NO_SECRET -> "Nothing was changed. Open the connection again.";
        };
    }

    /** All of it, line by line. */
    public String text() {
        StringBuilder text = new StringBuilder(what);
        if (!why.isEmpty()) text.append('\n').append(why);
        if (!now.isEmpty()) text.append('\n').append(now);
        return text.toString();
    }
}

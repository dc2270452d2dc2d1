package org.postyard.console.model.action;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.postyard.console.model.connection.Outcome;
import org.postyard.protocol.ActionView;

/**
 * Something that a person can do to one thing. Immutable; running it never blocks.
 *
 * @param id {@code server.drain}, {@code queue.hold}, ...: the same for every object
 * @param label on a button: a verb
 * @param object what it is done to, in words
 * @param operation name of the operation that the caller needs
 * @param impossible why it makes no sense in this state; empty if it does
 * @param confirmation what to ask before; empty if it needs no question
 * @param asks what has to be known before it can be done
 * @param preview what it would touch; empty if the runtime cannot tell
 * @param undo what takes it back; empty if nothing can
 */
public record Action(
        String id,
        String label,
        String object,
        String operation,
        Optional<String> impossible,
        Optional<Confirmation> confirmation,
        Asks asks,
        Optional<Preview> preview,
        Effect effect,
        Optional<Undo> undo) {

    /** What has to be known before. */
    public enum Asks {
        NOTHING,
        /** Why, in a few words, for the log and for the others. */
        REASON,
        /** Which pool. */
        POOL,
        /** Which balancer. */
        BALANCER
    }

    /**
     * A question before.
     *
     * @param destructive whether it cannot be taken back, so that the safe answer is the default
     */
    public record Confirmation(String question, String consequence, boolean destructive) {}

    /** Asks the runtime what would be touched. */
    @FunctionalInterface
    public interface Preview {
        CompletionStage<Outcome<ActionView>> ask(String input);
    }

    /** Does it; the input is what was asked for, empty if nothing was. */
    @FunctionalInterface
    public interface Effect {
        CompletionStage<Outcome<ActionView>> run(String input);
    }

    /** Makes the action that takes it back, from the input that it was done with. */
    @FunctionalInterface
    public interface Undo {
        Action of(String input);
    }

    /** Does it and reports. */
    public CompletionStage<ActionReport> run(String input) {
        return effect.run(input).thenApply(outcome -> ActionReport.of(this, input, outcome));
    }

    /** {@code Drain server mta-1}. */
    public String title() {
        return label + " " + object;
    }
}

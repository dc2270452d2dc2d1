package org.postyard.api.administration;

import java.time.Instant;
import java.util.Optional;

/**
 * A long action, as it stands at one moment.
 *
 * @param percent 0 to 100
 * @param step what it does now
 * @param cancellable whether cancelling would still change anything
 * @param result one sentence on how it ended; empty while it runs
 */
public record Job(
        String id,
        String title,
        String author,
        State state,
        int percent,
        String step,
        boolean cancellable,
        Instant started,
        Optional<Instant> ended,
        String result) {

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Life of a job. */
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }
}

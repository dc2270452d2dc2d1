package org.postyard.api.spool;

/**
 * Whether a spool takes new messages.
 *
 * @param reason one sentence for people; empty if it is well
 */
public record SpoolHealth(State state, String reason) {
    public static final SpoolHealth WELL = new SpoolHealth(State.WELL, "");

    /** How well a spool is. */
    public enum State {
        WELL,
        /** Not enough room for new messages; settlements go on. */
        FULL,
        /** The disk fails or does not answer. */
        BROKEN
    }

    public boolean well() {
        return state == State.WELL;
    }
}

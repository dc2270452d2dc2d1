package org.postyard.api.fleet;

/** Whether a SendingServer gets work, and if not, why. */
public enum ServerState {
    /** Gets work. */
    ACTIVE,
    /** Gets no new work; what is in flight ends normally. Set by an operator. */
    DRAINING,
    /** Gets no work and nothing is in flight. Set by an operator. */
    MAINTENANCE,
    /** Did not answer for longer than its {@code downAfter}; tried again after its probation. */
    DOWN
}

package org.postyard.api.spool;

/** The spool did not keep what it was given; the caller still owns it. */
public final class SpoolUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final SpoolHealth.State state;

    public SpoolUnavailableException(SpoolHealth.State state, String message, Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    public SpoolUnavailableException(SpoolHealth health) {
        super(health.reason());
        this.state = health.state();
    }

    public SpoolHealth.State state() {
        return state;
    }
}

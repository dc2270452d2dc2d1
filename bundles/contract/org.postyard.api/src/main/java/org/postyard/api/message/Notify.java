package org.postyard.api.message;

/** An outcome of which the sender wants a report (RFC 3461 §4.1). NEVER stands alone. */
public enum Notify {
    NEVER,
    SUCCESS,
    FAILURE,
    DELAY
}

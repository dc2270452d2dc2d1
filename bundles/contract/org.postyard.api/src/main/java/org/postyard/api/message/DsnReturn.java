package org.postyard.api.message;

/** How much of the message a failure report returns (RFC 3461 §4.3). */
public enum DsnReturn {
    UNSPECIFIED,
    FULL,
    HEADERS
}

package org.postyard.connector.smtp;

import org.postyard.api.delivery.SmtpReply;

/**
 * How a conversation ended that should have gone on.
 *
 * @param contentUnread whether it is certain that the peer has not read all that was sent
 */
record Ending(Kind kind, String reason, boolean contentUnread) {
    /** Who ended it, and why. */
    enum Kind {
        /** The peer closed, or the connection broke. */
        LOST,
        /** The peer was silent for too long, or the deadline came. */
        TIMEOUT,
        /** The peer said what no server may say. */
        PROTOCOL,
        /** We closed. */
        CLOSED
    }

    static Ending lost(String reason, boolean contentUnread) {
        return new Ending(Kind.LOST, reason, contentUnread);
    }

    static Ending timeout(String reason) {
        return new Ending(Kind.TIMEOUT, reason, false);
    }

    static Ending protocol(String reason) {
        return new Ending(Kind.PROTOCOL, reason, false);
    }

    static Ending closed(String reason) {
        return new Ending(Kind.CLOSED, reason, false);
    }

    /** A reply of our own that says so. */
    SmtpReply reply() {
        return switch (kind) {
            case LOST, TIMEOUT -> new SmtpReply(451, "4.4.2", reason);
            case PROTOCOL -> new SmtpReply(451, "4.5.0", reason);
            case CLOSED -> new SmtpReply(451, "4.3.2", reason);
        };
    }
}

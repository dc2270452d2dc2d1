package org.postyard.testkit.delivery;

import java.time.Duration;

/**
 * What a {@link RecordingSmtpSink} does at one stage instead of what a good server would do.
 *
 * @param reply the reply without its line end, several lines separated by CRLF; empty for none
 * @param delay waited before the reply
 * @param afterwards what becomes of the connection after the reply
 */
public record Reaction(String reply, Duration delay, Afterwards afterwards) {
    /** What becomes of a connection. */
    public enum Afterwards {
        GO_ON,
        /** Orderly end; what was sent before arrives. */
        DISCONNECT,
        /** The system says that nobody is there (RST). */
        RESET,
        /** Nothing is said or read any more, until the peer goes. */
        SILENCE
    }

    public static Reaction reply(String reply) {
        return new Reaction(reply, Duration.ZERO, Afterwards.GO_ON);
    }

    public static Reaction silence() {
        return new Reaction("", Duration.ZERO, Afterwards.SILENCE);
    }

    public static Reaction disconnect() {
        return new Reaction("", Duration.ZERO, Afterwards.DISCONNECT);
    }

    public static Reaction reset() {
        return new Reaction("", Duration.ZERO, Afterwards.RESET);
    }

    /** The reply, and then the orderly end. */
    public static Reaction lastWords(String reply) {
        return new Reaction(reply, Duration.ZERO, Afterwards.DISCONNECT);
    }

    public Reaction after(Duration time) {
        return new Reaction(reply, time, afterwards);
    }
}

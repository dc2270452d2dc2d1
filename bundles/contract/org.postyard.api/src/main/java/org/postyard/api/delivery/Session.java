package org.postyard.api.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One conversation. {@link #deliver} is called again only after the last result; {@link #close} may come at any time, from any thread, and may be repeated. */
public interface Session {
    /**
     * Makes one transaction. Must not block. The stage completes normally with exactly one result for each recipient of
     * the message, at the latest at the deadline, also if the session is closed meanwhile: before the final dot that is
     * Deferred, after it without a reply Unconfirmed.
     */
    CompletionStage<List<RecipientResult>> deliver(OutboundMessage message, Deadline deadline);

    /** Whether another message can be delivered after the last result; false once the peer has closed or said 421. */
    boolean reusable();

    /** For how long the peer has owed us an answer or has taken no octets; zero while it owes nothing. Any thread. */
    Duration silentFor();

    /**
     * Whether the peer has the whole message and has not yet said whether it takes it. Closing the session now makes the
     * result Unconfirmed, so the engine avoids that. Any thread.
     */
    default boolean undecided() {
        return true;
    }

    /** Whether the peer takes DSN requests (RFC 3461 §4), so that reports of success are its business and not ours. */
    default boolean passesDsnOn() {
        return false;
    }

    /** Host and port of the peer, with its IP address, for people: {@code mx1.example [192.0.2.1]:25}. */
    String peer();

    /** Ends the conversation: with QUIT if nothing is under way, at once otherwise. Does not block. */
    void close();
}

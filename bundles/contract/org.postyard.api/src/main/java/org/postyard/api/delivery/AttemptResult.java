package org.postyard.api.delivery;

import java.time.Duration;
import java.util.Optional;

/** What one delivery attempt meant for one recipient. */
public sealed interface AttemptResult {
    /** What the peer said; for trouble without a reply (timeout, refused connection) a reply of our own that says so. */
    SmtpReply reply();

    <T> T fold(Cases<T> cases);

    /** The recipient's MX took the message: 2yz after the final dot. */
    record Delivered(SmtpReply reply) implements AttemptResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.delivered(this);
        }
    }

    /** A relay or an ESP took the message; the outcome follows as feedback. */
    record Relayed(SmtpReply reply) implements AttemptResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.relayed(this);
        }
    }

    /**
     * Not now: a 4yz reply, a timeout, a broken conversation before the final dot.
     *
     * @param retryAfter the peer's own wish, if it has one
     * @param attempted false if the peer never judged this recipient (too many recipients, conversation ended before); does not count as a failed attempt
     */
    record Deferred(SmtpReply reply, Optional<Duration> retryAfter, boolean attempted) implements AttemptResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.deferred(this);
        }
    }

    /** Never: a 5yz reply about this recipient or this message. */
    record Bounced(SmtpReply reply) implements AttemptResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.bounced(this);
        }
    }

    /** Perhaps: the conversation ended between the final dot and its reply. Tried again, counted and listed as a possible duplicate. */
    record Unconfirmed(SmtpReply reply) implements AttemptResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unconfirmed(this);
        }
    }

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T delivered(Delivered delivered);

        T relayed(Relayed relayed);

        T deferred(Deferred deferred);

        T bounced(Bounced bounced);

        T unconfirmed(Unconfirmed unconfirmed);
    }
}

package org.postyard.api.delivery;

/** What became of an attempt to open a conversation. */
public sealed interface ConnectResult {
    <T> T fold(Cases<T> cases);

    /** The peer greeted us and knows our name; messages may be delivered. */
    record Connected(Session session) implements ConnectResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.connected(this);
        }
    }

    /**
     * Nobody answered, or the answer was a temporary refusal (4yz greeting, TLS trouble, timeout): try later or elsewhere.
     *
     * @param peer host and port that were tried last, for people
     */
    record Unreachable(String peer, SmtpReply reply) implements ConnectResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unreachable(this);
        }
    }

    /** The peer refuses this source for good (5yz greeting or EHLO, AUTH refused): keep the mail, tell people. */
    record Rejected(String peer, SmtpReply reply) implements ConnectResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.rejected(this);
        }
    }

    /** Our own side cannot: the source address cannot be bound, a secret is missing, the configuration contradicts itself. */
    record Unusable(String reason) implements ConnectResult {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unusable(this);
        }
    }

    /** One method per case, so that a new case stops every reader from compiling. */
    interface Cases<T> {
        T connected(Connected connected);

        T unreachable(Unreachable unreachable);

        T rejected(Rejected rejected);

        T unusable(Unusable unusable);
    }
}

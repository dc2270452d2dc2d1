package org.postyard.api.delivery;

/** Why an attempt failed, from reply and enhanced code (RFC 3463). */
public enum BounceClass {
    /** Not a failure. */
    NONE,
    /** The mailbox does not exist or is disabled. */
    BAD_MAILBOX,
    /** The domain does not exist or takes no mail. */
    BAD_DOMAIN,
    /** The mailbox exists but has moved, is inactive or may not be written to. */
    INACTIVE_MAILBOX,
    /** Over quota. */
    QUOTA,
    /** Message too large. */
    TOO_LARGE,
    /** The peer asks us to slow down. */
    RATE_LIMIT,
    /** The peer holds the source's reputation against us: block list, spam verdict on the address. */
    REPUTATION,
    /** The peer holds the content against us. */
    CONTENT,
    /** SPF, DKIM, DMARC, PTR or TLS requirements not met. */
    AUTHENTICATION,
    /** A rule of the peer that fits no other class. */
    POLICY,
    /** Peer not reachable, timeout, broken conversation. */
    NETWORK,
    /** DNS trouble. */
    DNS,
    /** Trouble inside the peer. */
    PEER_SYSTEM,
    /** Protocol trouble: command not understood, extension missing. */
    PROTOCOL,
    /** A limit or a fault of our own. */
    LOCAL,
    /** Nothing fitted. */
    OTHER;

    /** Whether a permanent failure of this class says that the address itself is bad, so that it should be suppressed. */
    public boolean aboutAddress() {
        return this == BAD_MAILBOX || this == BAD_DOMAIN || this == INACTIVE_MAILBOX;
    }
}

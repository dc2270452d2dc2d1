package org.postyard.api.fleet;

/** Whether conversations are encrypted. */
public enum TlsMode {
    /** Never. */
    OFF,
    /** STARTTLS if the peer offers it, with any certificate (RFC 3207, RFC 7435). The default. */
    OPPORTUNISTIC,
    /** STARTTLS with a certificate that matches, or no mail. */
    REQUIRED
}

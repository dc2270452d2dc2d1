package org.postyard.connector.smtp;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the SMTP connector; the limits of time are those of RFC 5321 §4.5.3.2. */
@ObjectClassDefinition(
        name = "SMTP connector",
        description = "Sends by SMTP, to the recipients' MX hosts or to a relay. A change ends open conversations.")
@interface SmtpConnectorConfig {
    @AttributeDefinition(
            name = "EHLO name",
            description = "Host name given in EHLO for sources without one of their own; empty means the address"
                    + " literal of the local end of the connection.")
    String ehloName() default "";

    @AttributeDefinition(
            name = "Event loop threads",
            description = "Count; each serves thousands of conversations.",
            min = "1")
    int eventLoopThreads() default 2;

    @AttributeDefinition(
            name = "Connect timeout",
            description = "Seconds, for the TCP connect to one address; the greeting has its own limit.",
            min = "1")
    int connectTimeoutSeconds() default 30;

    @AttributeDefinition(
            name = "Greeting timeout",
            description = "Seconds to the 220 greeting (RFC 5321 §4.5.3.2.1: 5 minutes).",
            min = "1")
    int greetingTimeoutSeconds() default 300;

    @AttributeDefinition(name = "EHLO timeout", description = "Seconds to the reply to EHLO or HELO.", min = "1")
    int ehloTimeoutSeconds() default 300;

    @AttributeDefinition(
            name = "TLS timeout",
            description = "Seconds to the reply to STARTTLS, and again for the TLS handshake.",
            min = "1")
    int tlsTimeoutSeconds() default 120;

    @AttributeDefinition(name = "AUTH timeout", description = "Seconds to each reply of an AUTH exchange.", min = "1")
    int authTimeoutSeconds() default 120;

    @AttributeDefinition(
            name = "MAIL timeout",
            description = "Seconds to the reply to MAIL or RSET (RFC 5321 §4.5.3.2.2: 5 minutes).",
            min = "1")
    int mailTimeoutSeconds() default 300;

    @AttributeDefinition(
            name = "RCPT timeout",
            description = "Seconds to the reply to each RCPT (RFC 5321 §4.5.3.2.3: 5 minutes).",
            min = "1")
    int recipientTimeoutSeconds() default 300;

    @AttributeDefinition(
            name = "DATA timeout",
            description = "Seconds to the reply to DATA (RFC 5321 §4.5.3.2.4: 2 minutes).",
            min = "1")
    int dataInitiationTimeoutSeconds() default 120;

    @AttributeDefinition(
            name = "Data block timeout",
            description = "Seconds in which the peer takes no octets of the content (RFC 5321 §4.5.3.2.5: 3 minutes).",
            min = "1")
    int dataBlockTimeoutSeconds() default 180;

    @AttributeDefinition(
            name = "Final dot timeout",
            description = "Seconds to the reply to the final dot (RFC 5321 §4.5.3.2.6: 10 minutes); cutting it short"
                    + " causes duplicates, because the peer may already have accepted.",
            min = "1")
    int dataTerminationTimeoutSeconds() default 600;

    @AttributeDefinition(name = "QUIT timeout", description = "Seconds to the reply to QUIT.", min = "1")
    int quitTimeoutSeconds() default 2;

    @AttributeDefinition(
            name = "Pipelining",
            description = "Whether commands are grouped when the peer offers PIPELINING (RFC 2920).")
    boolean pipelining() default true;

    @AttributeDefinition(
            name = "Chunking",
            description = "Whether content goes by BDAT instead of DATA when the peer offers CHUNKING (RFC 3030).")
    boolean chunking() default true;

    @AttributeDefinition(
            name = "Pipelined chunk",
            description = "Kilobytes; content up to this size goes in one write with its envelope when the peer offers"
                    + " CHUNKING and PIPELINING, larger content waits until a recipient is accepted.",
            min = "0")
    int pipelinedChunkKilobytes() default 64;

    @AttributeDefinition(
            name = "Bounce 8-bit content",
            description = "Whether 8-bit content bounces with 5.6.3 when the peer does not offer 8BITMIME (RFC 6152);"
                    + " otherwise it is sent as it is.")
    boolean bounceEightBit() default false;

    @AttributeDefinition(
            name = "AUTH without TLS",
            description = "Whether credentials may go over a connection without TLS; for relays on loopback only.")
    boolean authWithoutTls() default false;

    @AttributeDefinition(
            name = "Trusted certificates",
            description = "File with PEM certificates of the authorities that are trusted where TLS is required; empty"
                    + " means those of the Java runtime.")
    String trustedCertificates() default "";
}

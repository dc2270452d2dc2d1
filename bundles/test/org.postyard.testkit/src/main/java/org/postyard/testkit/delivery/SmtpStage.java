package org.postyard.testkit.delivery;

/** A point in a conversation at which a {@link RecordingSmtpSink} can be told what to do. */
public enum SmtpStage {
    GREETING,
    EHLO,
    HELO,
    STARTTLS,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    /** The final dot, or the last octet of the last chunk, has arrived. */
    END,
    RSET,
    QUIT,
    OTHER
}

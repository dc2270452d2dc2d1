package org.postyard.connector.smtp;

import java.time.Duration;

/** Commands and replies that belong together: the opening, one transaction, the farewell. Event loop only. */
interface Exchange {
    /** The peer replied; the reader holds its reply until this method returns. */
    void replied(ReplyReader reply);

    /** The conversation ended before this exchange did; called at most once, and nothing follows. */
    void ended(Ending ending);

    /** How long the peer may be silent now. */
    Duration patience();

    /** What the peer owes now, for people: {@code the reply to MAIL}. */
    String awaited();

    /** Room for more octets of a content that is sent piece by piece. */
    default void writable() {}
}

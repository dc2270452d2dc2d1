package org.postyard.simulator;

import java.time.Duration;

/**
 * What a provider does at the end of a message.
 *
 * @param accepts whether it takes the message
 * @param after how long it thinks before it answers
 */
record MessageEnd(boolean accepts, Duration after, Verdict verdict) {
    static final MessageEnd ACCEPT = new MessageEnd(true, Duration.ZERO, Verdict.PROCEED);
}

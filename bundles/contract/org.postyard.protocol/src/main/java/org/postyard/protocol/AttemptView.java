package org.postyard.protocol;

/**
 * How an attempt went; every text is empty if unknown.
 *
 * @param replyCode basic code of the peer's reply; 0 if it said nothing
 * @param unconfirmed whether the peer may have taken the message although it is sent again: a possible duplicate
 */
public record AttemptView(
        int number,
        String pool,
        String source,
        String server,
        String site,
        String provider,
        String peer,
        int replyCode,
        String enhancedCode,
        String bounceClass,
        int millis,
        boolean unconfirmed) {}

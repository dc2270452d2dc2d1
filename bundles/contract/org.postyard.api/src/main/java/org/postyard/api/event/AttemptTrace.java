package org.postyard.api.event;

import org.postyard.api.delivery.BounceClass;

/**
 * How an attempt went; every text is empty if unknown.
 *
 * @param number 1 for the first attempt of the recipient; 0 for none
 * @param pool pool that carried it
 * @param source EgressSource
 * @param server SendingServer
 * @param site DestinationSite
 * @param provider mailbox provider
 * @param peer host, address and port of the peer
 * @param replyCode basic code of the peer's reply; 0 if it said nothing
 * @param enhancedCode enhanced code of the reply
 * @param bounceClass why it failed
 * @param millis duration of the transaction
 * @param unconfirmed whether the peer may have taken the message although we must send it again: a possible duplicate
 */
public record AttemptTrace(
        int number,
        String pool,
        String source,
        String server,
        String site,
        String provider,
        String peer,
        int replyCode,
        String enhancedCode,
        BounceClass bounceClass,
        int millis,
        boolean unconfirmed) {
    public static final AttemptTrace NONE =
            new AttemptTrace(0, "", "", "", "", "", "", 0, "", BounceClass.NONE, 0, false);
}

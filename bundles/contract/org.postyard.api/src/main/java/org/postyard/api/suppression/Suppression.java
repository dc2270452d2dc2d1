package org.postyard.api.suppression;

import java.time.Instant;
import java.util.Optional;

/**
 * Do-not-send entry.
 *
 * @param address whole address in lower case, or {@code @domain} for all of a domain
 * @param tenant scope: this tenant's mail only; empty for everybody's
 * @param source who or what made the entry, for people
 * @param expires when it ends by itself
 */
public record Suppression(
        String address,
        Reason reason,
        Optional<String> tenant,
        String source,
        Instant since,
        Optional<Instant> expires) {

    /** Why an address is not sent to. */
    public enum Reason {
        UNSUBSCRIBED,
        HARD_BOUNCE,
        COMPLAINT,
        MANUAL
    }
}

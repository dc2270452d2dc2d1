package org.postyard.api.fleet;

import java.time.Duration;
import java.util.List;

/**
 * A host or an ESP account that emits mail.
 *
 * @param site label of the place where it stands, for people and for rules; empty if none
 * @param capacity relative strength; the weight of its sources in pools that do not give weights of their own
 * @param maxConnections conversations at one time over all its sources; 0 means no limit
 * @param downAfter how long it must not answer before it counts as down and its mail goes to the others
 * @param probation how long it stays out before one conversation tries it again
 */
public record SendingServer(
        String id,
        Role role,
        String site,
        int capacity,
        int maxConnections,
        Duration downAfter,
        Duration probation,
        List<EgressSource> sources) {
    public static final Duration DEFAULT_DOWN_AFTER = Duration.ofSeconds(10);
    public static final Duration DEFAULT_PROBATION = Duration.ofSeconds(30);

    public SendingServer {
        sources = List.copyOf(sources);
    }

    /** What a server is for; balancers pick only servers whose role emits mail. */
    public enum Role {
        /** Speaks SMTP to the recipients' MX hosts itself, from addresses of its own. */
        MTA,
        /** An SMTP server that takes everything and sends it on. */
        RELAY,
        /** An account at an e-mail service provider. */
        ESP
    }
}

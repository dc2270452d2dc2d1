package org.postyard.console.model.view;

import java.time.Instant;
import java.util.Optional;
import org.postyard.console.model.history.Subject;

/**
 * One line of the fleet: a site, a server or a source. Immutable; shares are 0 to 1 and empty if there were no attempts.
 *
 * @param id unique within its kind
 * @param parent id of the site of a server, of the server of a source; empty for a site
 * @param state {@code active}, {@code draining}, {@code maintenance}, {@code down}; {@code open} or {@code closed} for a source;
 *     for a site, how many of its servers are active
 * @param reason one sentence: why it is so, and why the severity is what it is
 * @param oldest when the oldest message in its ready queues was received; empty if there are none
 * @param children servers of a site, sources of a server
 */
public record FleetRow(
        Kind kind,
        String id,
        String parent,
        Severity severity,
        String state,
        String reason,
        String detail,
        double perSecond,
        long connections,
        long inFlight,
        long ready,
        Optional<Instant> oldest,
        Optional<Double> deliveryShare,
        Optional<Double> deferralShare,
        Optional<Double> bounceShare,
        Optional<Double> latencyMillis,
        int children) {
    /** What a line stands for; the order is that of the levels. */
    public enum Kind {
        SITE,
        SERVER,
        SOURCE
    }

    public int depth() {
        return kind.ordinal();
    }

    /** What to call it: a site without a name has none in the fleet document either. */
    public String label() {
        return kind == Kind.SITE && id.isEmpty() ? "(no site)" : id;
    }

    /** Unique among all rows. */
    public String key() {
        return kind + ":" + id;
    }

    /** Whose history belongs to it; a site has none. */
    public Optional<Subject> subject() {
        return switch (kind) {
            case SITE -> Optional.empty();
            case SERVER -> Optional.of(Subject.ofServer(id));
            case SOURCE -> Optional.of(Subject.ofSource(id));
        };
    }

    FleetRow unknown(String why) {
        return new FleetRow(
                kind,
                id,
                parent,
                Severity.UNKNOWN,
                state,
                why,
                detail,
                perSecond,
                connections,
                inFlight,
                ready,
                oldest,
                deliveryShare,
                deferralShare,
                bounceShare,
                latencyMillis,
                children);
    }
}

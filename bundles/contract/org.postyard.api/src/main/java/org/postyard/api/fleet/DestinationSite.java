package org.postyard.api.fleet;

import java.util.List;
import java.util.Optional;

/**
 * Destinations that share one MX set, so that limits and conversations are shared by all their domains.
 *
 * @param name the MX set in short, as people see it, for example {@code (alt1|alt2).mx.example}; {@link #ANY} for paths with a fixed next hop
 * @param hosts MX hosts to try, in order of preference; hosts of one preference are already shuffled (RFC 5321 §5.1). Empty for {@link #ANY}
 * @param provider id of the mailbox provider that runs it
 */
public record DestinationSite(String name, List<HostPort> hosts, Optional<String> provider) {
    /** Name of the one site that stands for every destination of sources with a fixed next hop. */
    public static final String ANY = "*";

    public static final DestinationSite RELAYED = new DestinationSite(ANY, List.of(), Optional.empty());

    public DestinationSite {
        hosts = List.copyOf(hosts);
    }
}

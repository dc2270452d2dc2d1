package org.postyard.api.fleet;

import java.util.List;

/**
 * Static MX hosts of a domain, used instead of DNS.
 *
 * @param domain a domain in lower case; {@code *.d} for every subdomain of d; {@code *} for every domain without an override of its own
 * @param hosts in order of preference
 */
public record MxOverride(String domain, List<HostPort> hosts) {
    public MxOverride {
        hosts = List.copyOf(hosts);
    }
}

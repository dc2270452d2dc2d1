package org.postyard.api.fleet;

import java.util.Optional;

/**
 * Limits for the paths that it matches; an empty condition matches everything.
 *
 * @param domain a recipient domain of the site, or {@code *.d} for the subdomains of d
 */
public record LimitRule(
        Optional<String> source,
        Optional<String> server,
        Optional<String> pool,
        Optional<String> provider,
        Optional<String> domain,
        PathLimits limits) {}

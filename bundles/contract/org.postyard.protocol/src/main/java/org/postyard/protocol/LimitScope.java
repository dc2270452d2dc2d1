package org.postyard.protocol;

import java.util.Optional;

/** Which paths a limit is for; all conditions that are there must match. */
public record LimitScope(
        Optional<String> server,
        Optional<String> source,
        Optional<String> pool,
        Optional<String> provider,
        Optional<String> domain) {
    public static final LimitScope EVERYTHING =
            new LimitScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static LimitScope ofServer(String server) {
        return new LimitScope(
                Optional.of(server), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static LimitScope ofSource(String source) {
        return new LimitScope(
                Optional.empty(), Optional.of(source), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package org.postyard.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.LimitDesk;

/** One limit, which can be changed to anything up to 100. */
final class FakeLimits implements LimitDesk {
    private static final Scope EVERYTHING =
            new Scope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    volatile double connections = 5;

    @Override
    public List<Limit> limits() {
        return List.of(new Limit(EVERYTHING, Name.CONNECTIONS, connections));
    }

    @Override
    public FleetDesk.Applied change(Scope scope, Name name, OptionalDouble value, String author, String reason) {
        if (value.orElse(0) > 100)
            return new FleetDesk.Applied(
                    Optional.empty(), List.of(new FleetDesk.Problem(3, "limits", "too much")), List.of());
        connections = value.orElse(0);
        return new FleetDesk.Applied(
                Optional.of(new FleetVersion(9, Instant.EPOCH, author, reason, "")), List.of(), List.of("changed"));
    }
}

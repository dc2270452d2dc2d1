package org.postyard.testkit.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;

/** Fleet versions that live as long as this object; thread-safe. */
public final class InMemoryFleetVersions implements FleetVersions {
    private final Clock clock;
    private final List<FleetVersion> versions = new ArrayList<>();

    public InMemoryFleetVersions() {
        this(Clock.systemUTC());
    }

    public InMemoryFleetVersions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized FleetVersion append(String author, String comment, String yaml) {
        FleetVersion version = new FleetVersion(versions.size() + 1L, clock.instant(), author, comment, yaml);
        versions.add(version);
        return version;
    }

    @Override
    public synchronized Optional<FleetVersion> newest() {
        return version(versions.size());
    }

    @Override
    public synchronized Optional<FleetVersion> version(long number) {
        boolean kept = number >= 1 && number <= versions.size();
        return kept ? Optional.of(versions.get((int) number - 1)) : Optional.empty();
    }

    @Override
    public synchronized List<FleetVersion> list() {
        List<FleetVersion> newestFirst = new ArrayList<>();
        for (FleetVersion version : versions) newestFirst.add(0, withoutDocument(version));
        return List.copyOf(newestFirst);
    }

    private static FleetVersion withoutDocument(FleetVersion version) {
        return new FleetVersion(version.number(), version.appliedAt(), version.author(), version.comment(), "");
    }
}

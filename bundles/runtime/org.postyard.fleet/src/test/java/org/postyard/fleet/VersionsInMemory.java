package org.postyard.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;

/** Versions that last as long as the test. */
final class VersionsInMemory implements FleetVersions {
    private final List<FleetVersion> kept = new ArrayList<>();
    private boolean broken;

    void breakDown(boolean nowBroken) {
        broken = nowBroken;
    }

    private void requireStore() {
        if (broken) throw new IllegalStateException("no store");
    }

    @Override
    public FleetVersion append(String author, String comment, String yaml) {
        requireStore();
        FleetVersion version =
                new FleetVersion(kept.size() + 1L, Instant.EPOCH.plusSeconds(kept.size()), author, comment, yaml);
        kept.add(version);
        return version;
    }

    @Override
    public Optional<FleetVersion> newest() {
        requireStore();
        return version(kept.size());
    }

    @Override
    public Optional<FleetVersion> version(long number) {
        return number < 1 || number > kept.size() ? Optional.empty() : Optional.of(kept.get((int) number - 1));
    }

    @Override
    public List<FleetVersion> list() {
        List<FleetVersion> list = new ArrayList<>();
        for (FleetVersion version : kept)
            list.add(new FleetVersion(version.number(), version.appliedAt(), version.author(), version.comment(), ""));
        Collections.reverse(list);
        return list;
    }
}

package org.postyard.testkit.operation;

import java.util.List;
import java.util.Optional;
import org.postyard.api.fleet.Fleet;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.FleetVersions;
import org.postyard.testkit.store.InMemoryFleetVersions;

/** A fleet desk that takes every document for valid, except those that contain the word {@code broken}, on its third line. */
public final class FakeFleetDesk implements FleetDesk {
    private static final List<Problem> BROKEN =
            List.of(new Problem(3, "servers[0].role", "is broken; use mta, relay or esp"));
    private final FleetVersions versions = new InMemoryFleetVersions();

    @Override
    public Fleet current() {
        return new Fleet(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public Optional<FleetVersion> currentVersion() {
        return versions.newest();
    }

    @Override
    public List<Problem> check(String yaml) {
        return yaml.contains("broken") ? BROKEN : List.of();
    }

    @Override
    public Applied apply(String yaml, String author, String comment) {
        List<Problem> problems = check(yaml);
        if (!problems.isEmpty()) return new Applied(Optional.empty(), problems, List.of());
        List<String> changes = diff(yaml);
        return new Applied(Optional.of(versions.append(author, comment, yaml)), List.of(), changes);
    }

    @Override
    public Applied rollBack(long number, String author) {
        return versions.version(number)
                .map(version -> apply(version.yaml(), author, "roll back to version " + number))
                .orElseGet(() -> new Applied(
                        Optional.empty(), List.of(new Problem(0, "", "there is no version " + number)), List.of()));
    }

    @Override
    public List<String> diff(String yaml) {
        return export().equals(yaml) ? List.of() : List.of("changed: everything");
    }

    @Override
    public String export() {
        return versions.newest().map(FleetVersion::yaml).orElse("servers: []\n");
    }

    @Override
    public List<FleetVersion> versions() {
        return versions.list();
    }

    @Override
    public Optional<FleetVersion> version(long number) {
        return versions.version(number);
    }

    @Override
    public String schema() {
        return "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"}";
    }
}

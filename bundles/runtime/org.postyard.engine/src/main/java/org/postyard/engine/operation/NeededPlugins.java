package org.postyard.engine.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.PoolStatus;
import org.postyard.api.operation.SourceStatus;

/** Compares the connectors and balancers that the fleet names with those that are in service. */
final class NeededPlugins {
    private NeededPlugins() {}

    /** @param connectorOpen whether a connector of that id is in service */
    static Health.Part part(List<SourceStatus> sources, List<PoolStatus> pools, Predicate<String> connectorOpen) {
        List<String> missing = new ArrayList<>();
        sources.stream()
                .map(SourceStatus::connector)
                .distinct()
                .sorted()
                .filter(connectorOpen.negate())
                .forEach(id -> missing.add("connector '" + id + "' is not in service: "
                        + names(sources, source -> source.connector().equals(id)) + " cannot send"));
        pools.stream()
                .filter(pool -> !pool.balancerPresent())
                .forEach(pool -> missing.add("balancer '" + pool.balancer() + "' is not in service: mail for pool '"
                        + pool.id() + "' waits"));
        return missing.isEmpty()
                ? new Health.Part("plug-ins", true, "what the fleet needs is in service")
                : new Health.Part(
                        "plug-ins",
                        false,
                        String.join("; ", missing) + "; install or start the plug-in, or change the fleet");
    }

    private static String names(List<SourceStatus> sources, Predicate<SourceStatus> chosen) {
        List<String> names =
                sources.stream().filter(chosen).map(SourceStatus::id).toList();
        return names.size() == 1 ? "source '" + names.get(0) + "'" : names.size() + " sources";
    }
}

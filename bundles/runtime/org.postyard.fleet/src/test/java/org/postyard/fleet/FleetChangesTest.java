package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.Fleet;

class FleetChangesTest {
    private static final String OLD = """
            version: 1
            servers:
              - {id: a, nextHop: "10.0.0.1:25"}
              - {id: b, nextHop: "10.0.0.2:25", site: north}
            pools: [{id: p, balancer: weighted, members: [{source: a, weight: 2}, b]}]
            routes: [{tenant: x, pool: p}, {tenant: y, pool: p}, {pool: p}]
            limits: [{source: a, connections: 5}]
            retry: {maxAge: 2d}
            """;

    @Test
    void textThatMeansTheSameIsNoChange() {
        String rewritten =
                "# a comment\n" + OLD.replace("retry: {maxAge: 2d}", "retry:\n  - maxAge: 48h\n    jitter: 0.1\n");
        assertThat(changes(OLD, rewritten)).isEmpty();
    }

    @Test
    void aChangedSettingShowsBothValues() {
        assertThat(changes(OLD, OLD.replace("10.0.0.1:25", "10.0.0.9:25")))
                .containsExactly("changed source a: nextHop 10.0.0.1:25 -> 10.0.0.9:25");
        assertThat(changes(OLD, OLD.replace(", site: north", ", capacity: 3")))
                .containsExactly(
                        "changed server b: site north -> none",
                        "changed server b: capacity 1 -> 3",
                        "changed pool p: member b weight 1 -> weight 3");
        assertThat(changes(OLD, OLD.replace("weighted", "round-robin").replace("weight: 2", "weight: 9")))
                .containsExactly(
                        "changed pool p: balancer weighted -> round-robin",
                        "changed pool p: member a weight 2 -> weight 9");
        assertThat(changes(OLD, OLD.replace("connections: 5", "connections: 6")))
                .containsExactly("changed limits of source=a: connections 5 -> 6");
        assertThat(changes(OLD, OLD.replace("2d", "3d")))
                .containsExactly("changed retry of everything: maxAge 2d -> 3d");
    }

    @Test
    void anAddedAndARemovedServerAreOneLineForEachPart() {
        String added = OLD.replace("pools:", "  - {id: c, nextHop: \"10.0.0.3:25\"}\npools:");
        assertThat(changes(OLD, added))
                .containsExactly(
                        "added server c: role relay, capacity 1, downAfter 10s, probation 30s",
                        "added source c: server c, connector smtp, nextHop 10.0.0.3:25, tls opportunistic");
        assertThat(changes(added, OLD)).containsExactly("removed server c", "removed source c");
    }

    @Test
    void theOrderOfRoutesIsAChange() {
        String swapped =
                OLD.replace("{tenant: x, pool: p}, {tenant: y, pool: p}", "{tenant: y, pool: p}, {tenant: x, pool: p}");
        assertThat(changes(OLD, swapped))
                .containsExactly(
                        "changed order of routes: tenant=x; tenant=y; everything -> tenant=y; tenant=x; everything");
    }

    @Test
    void anAddedRouteIsNoChangeOfOrder() {
        assertThat(changes(OLD, OLD.replace("routes: [", "routes: [{domain: d.example, pool: p}, ")))
                .containsExactly("added route of domain=d.example: pool p");
    }

    private static List<String> changes(String before, String after) {
        return FleetChanges.between(fleet(before), fleet(after));
    }

    private static Fleet fleet(String yaml) {
        FleetDocument document = FleetDocument.read(yaml);
        assertThat(document.problems()).isEmpty();
        return document.fleet().orElseThrow();
    }
}

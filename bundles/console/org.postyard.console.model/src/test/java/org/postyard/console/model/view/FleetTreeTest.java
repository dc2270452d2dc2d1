package org.postyard.console.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;

class FleetTreeTest {
    private final RuntimeSnapshot snapshot = Examples.with(
            Examples.snapshot(),
            List.of(
                    Examples.server("mta-10", "ams", "active"),
                    Examples.server("mta-9", "ams", "down"),
                    Examples.server("mta-1", "fra", "active", 5, Optional.of(0.3))),
            List.of(
                    Examples.source("ip-1", "mta-10"),
                    Examples.source("ip-2", "mta-10"),
                    Examples.source("ip-3", "mta-9")));
    private final FleetTree tree = FleetTree.of(snapshot, Thresholds.USUAL, new Figures(ZoneOffset.UTC));

    @Test
    void sitesServersAndSourcesAreOneTree() {
        assertThat(labels(FleetQuery.ALL)).containsExactly("ams", "fra");
        Set<String> open = Set.of("SITE:ams", "SERVER:mta-10");
        assertThat(labels(new FleetQuery("", Severity.UNKNOWN, FleetQuery.Column.NAME, false, open)))
                .containsExactly("ams", "mta-9", "mta-10", "ip-1", "ip-2", "fra");
    }

    @Test
    void severityHasAReasonAndGoesUp() {
        FleetRow down = tree.find(FleetRow.Kind.SERVER, "mta-9").orElseThrow();
        assertThat(down.severity()).isEqualTo(Severity.CRITICAL);
        FleetRow bouncing = tree.find(FleetRow.Kind.SERVER, "mta-1").orElseThrow();
        assertThat(bouncing.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(bouncing.reason()).contains("30.0 % of the attempts of the last minute bounced");
        FleetRow site = tree.find(FleetRow.Kind.SITE, "ams").orElseThrow();
        assertThat(site.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(site.state()).isEqualTo("1 of 2 active");
        assertThat(site.reason()).startsWith("mta-9: down");
        assertThat(site.perSecond()).isEqualTo(20);
    }

    @Test
    void aShareOfFewAttemptsIsNoAlarm() {
        FleetTree few = tree.with(Examples.with(
                snapshot,
                List.of(Examples.server("mta-1", "fra", "active", 5, Optional.of(1.0), 19)),
                snapshot.sources().list()));
        FleetRow row = few.find(FleetRow.Kind.SERVER, "mta-1").orElseThrow();
        assertThat(row.severity()).isEqualTo(Severity.OK);
        assertThat(row.reason()).isEqualTo("active");
    }

    @Test
    void aFilterShowsMatchesWithWhatStandsAboveThem() {
        assertThat(labels(new FleetQuery("IP-3", Severity.UNKNOWN, FleetQuery.Column.NAME, false, Set.of())))
                .containsExactly("ams", "mta-9", "ip-3");
        assertThat(labels(new FleetQuery("", Severity.CRITICAL, FleetQuery.Column.NAME, false, Set.of())))
                .containsExactly("ams", "mta-9", "fra", "mta-1");
        assertThat(labels(new FleetQuery("mta-10", Severity.UNKNOWN, FleetQuery.Column.NAME, false, Set.of())))
                .containsExactly("ams", "mta-10", "ip-1", "ip-2");
    }

    @Test
    void theOrderCanBeTurned() {
        assertThat(labels(new FleetQuery("", Severity.UNKNOWN, FleetQuery.Column.PER_SECOND, false, Set.of())))
                .containsExactly("fra", "ams");
        assertThat(labels(new FleetQuery("", Severity.UNKNOWN, FleetQuery.Column.PER_SECOND, true, Set.of())))
                .containsExactly("ams", "fra");
    }

    @Test
    void whatDidNotChangeKeepsItsLine() {
        FleetRow before = tree.find(FleetRow.Kind.SOURCE, "ip-1").orElseThrow();
        assertThat(tree.with(snapshot)).isSameAs(tree);
        FleetTree next = tree.with(Examples.with(
                snapshot,
                snapshot.servers().list(),
                List.of(Examples.source("ip-1", "mta-10"), Examples.source("ip-2", "mta-10", 99))));
        assertThat(next.find(FleetRow.Kind.SOURCE, "ip-1").orElseThrow()).isSameAs(before);
        assertThat(next.find(FleetRow.Kind.SOURCE, "ip-2").orElseThrow().perSecond())
                .isEqualTo(99);
    }

    @Test
    void staleLinesSaySinceWhenAndAreNotGreen() {
        FleetTree stale = tree.with(Examples.with(snapshot, new LinkState.Stale(Examples.NOW, "broke")));
        FleetRow row = stale.find(FleetRow.Kind.SERVER, "mta-10").orElseThrow();
        assertThat(row.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(row.reason()).startsWith("No news since 12:00:00");
        assertThat(stale.find(FleetRow.Kind.SOURCE, "ip-1").orElseThrow().reason())
                .isEqualTo("No news since 12:00:00; was: open");
        FleetTree live = stale.with(Examples.with(snapshot, new LinkState.Live(Examples.NOW)));
        assertThat(live.find(FleetRow.Kind.SERVER, "mta-10").orElseThrow().severity())
                .isEqualTo(Severity.OK);
    }

    private List<String> labels(FleetQuery query) {
        return tree.rows(query).stream().map(FleetRow::label).toList();
    }
}

package org.postyard.console.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.call.QueueScope;
import org.postyard.protocol.QueueView;

class QueueTreeTest {
    private final List<QueueView> queues = List.of(
            Examples.queue("acme", "spring", "example.org", 10, true),
            Examples.queue("acme", "spring", "example.com", 20, false),
            Examples.queue("acme", "", "example.com", 5, false),
            Examples.queue("globex", "", "example.com", 100, false));

    @Test
    void groupsHaveSumsAndTheScopeOfWhatTheyStandFor() {
        List<QueueRow> rows = tree(QueueTree.Grouping.TENANT).rows("", QueueTree.Column.QUEUED, true, Set.of());
        assertThat(rows).extracting(QueueRow::label).containsExactly("globex", "acme");
        QueueRow acme = rows.get(1);
        assertThat(acme.queued()).isEqualTo(35);
        assertThat(acme.queues()).isEqualTo(3);
        assertThat(acme.state()).isEqualTo("1 of 3 held");
        assertThat(acme.scope()).isEqualTo(QueueScope.ofTenant("acme"));
        assertThat(acme.pool()).isEqualTo("default");
    }

    @Test
    void anOpenGroupShowsItsCampaignsAndTheirQueues() {
        List<QueueRow> rows = tree(QueueTree.Grouping.TENANT)
                .rows("", QueueTree.Column.NAME, false, Set.of("/TENANT=acme", "/TENANT=acme/CAMPAIGN=spring"));
        assertThat(rows)
                .extracting(QueueRow::label)
                .containsExactly("acme", "(no campaign)", "spring", "example.com", "example.org", "globex");
        assertThat(rows.get(2).scope())
                .isEqualTo(
                        new QueueScope(Optional.of("acme"), Optional.of("spring"), Optional.empty(), Optional.empty()));
        assertThat(rows.get(4).scope().domain()).contains("example.org");
        assertThat(rows.get(4).severity()).isEqualTo(Severity.NOTICE);
    }

    @Test
    void destinationsGoAcrossTenants() {
        List<QueueRow> rows = tree(QueueTree.Grouping.DESTINATION)
                .rows("", QueueTree.Column.NAME, false, Set.of("/DOMAIN=example.com"));
        assertThat(rows)
                .extracting(QueueRow::label)
                .containsExactly("example.com", "acme", "acme / spring", "globex", "example.org");
        assertThat(rows.get(0).queued()).isEqualTo(125);
    }

    @Test
    void aTextOpensWhatMatches() {
        assertThat(tree(QueueTree.Grouping.TENANT).rows("held by", QueueTree.Column.NAME, false, Set.of()))
                .extracting(QueueRow::label)
                .containsExactly("acme", "spring", "example.org");
        assertThat(tree(QueueTree.Grouping.NONE).rows("", QueueTree.Column.NAME, false, Set.of()))
                .hasSize(4)
                .noneMatch(QueueRow::group);
    }

    private QueueTree tree(QueueTree.Grouping grouping) {
        return new QueueTree(queues, grouping, Thresholds.USUAL, Examples.NOW);
    }
}

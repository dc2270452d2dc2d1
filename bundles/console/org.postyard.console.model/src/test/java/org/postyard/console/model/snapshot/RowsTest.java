package org.postyard.console.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.protocol.SourceView;

class RowsTest {
    private final Rows<SourceView> rows = Rows.<SourceView>empty(SourceView::id)
            .replacedBy(List.of(Examples.source("a", "s"), Examples.source("b", "s"), Examples.source("c", "s")));

    @Test
    void equalRowsKeepTheirInstanceAndNothingNewGivesTheSameRows() {
        assertThat(rows.replacedBy(
                        List.of(Examples.source("a", "s"), Examples.source("b", "s"), Examples.source("c", "s"))))
                .isSameAs(rows);
        Rows<SourceView> next = rows.replacedBy(
                List.of(Examples.source("b", "s"), Examples.source("a", "s", 9), Examples.source("d", "s")));
        assertThat(next.list().get(0)).isSameAs(rows.list().get(1));
        assertThat(next.find("a").orElseThrow().perSecond()).isEqualTo(9);
        assertThat(next.find("c")).isEmpty();
        assertThat(next.find("d")).isPresent();
    }

    @Test
    void aChangeInPlaceIsFoundByItsId() {
        Rows<SourceView> next = rows.replacedBy(
                List.of(Examples.source("a", "s"), Examples.source("x", "s"), Examples.source("c", "s")));
        assertThat(next.find("x")).isPresent();
        assertThat(next.find("b")).isEmpty();
    }

    @Test
    void changesAreTakenInAndTheRestStays() {
        Rows<SourceView> next =
                rows.changedBy(List.of(Examples.source("b", "s", 7), Examples.source("d", "s")), List.of("a"));
        assertThat(next.list()).extracting(SourceView::id).containsExactly("b", "c", "d");
        assertThat(next.find("b").orElseThrow().perSecond()).isEqualTo(7);
        assertThat(next.find("c").orElseThrow()).isSameAs(rows.list().get(2));
        assertThat(rows.changedBy(List.of(), List.of())).isSameAs(rows);
    }
}

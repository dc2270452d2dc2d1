package org.postyard.console.widgets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static final Rows<String> FOREST = new Rows<>(List.of(
            new Node<>("b", "beta", List.of(Node.leaf("b2", "two"), Node.leaf("b1", "one"))),
            new Node<>("a", "alpha", List.of(Node.leaf("a1", "one")))));
    private static final Comparator<Node<String>> BY_VALUE = Comparator.comparing(Node::value);

    private static List<String> keys(Arrangement<String> arrangement) {
        return arrangement.lines().stream()
                .map(line -> "  ".repeat(line.depth()) + line.key())
                .toList();
    }

    @Test
    void openRowsAreFollowedByTheRowsBelowThem() {
        Expansion expansion = new Expansion(0);
        expansion.choose("b", true);
        assertThat(keys(Arrangement.of(FOREST, Optional.empty(), Optional.empty(), expansion)))
                .containsExactly("b", "  b2", "  b1", "a");
    }

    @Test
    void rowsAreSortedAmongTheirSiblings() {
        assertThat(keys(Arrangement.of(FOREST, Optional.empty(), Optional.of(BY_VALUE), new Expansion(1))))
                .containsExactly("a", "  a1", "b", "  b1", "  b2");
    }

    @Test
    void aMatchingRowShowsTheRowsAboveItEvenIfTheyAreClosed() {
        assertThat(keys(Arrangement.of(FOREST, Optional.of("two"::equals), Optional.empty(), new Expansion(0))))
                .containsExactly("b", "  b2");
    }

    @Test
    void underAMatchingRowAllRowsStay() {
        assertThat(keys(Arrangement.of(FOREST, Optional.of("beta"::equals), Optional.empty(), new Expansion(1))))
                .containsExactly("b", "  b2", "  b1");
    }

    @Test
    void theParentIsTheNearestRowAboveWithLessDepth() {
        Arrangement<String> all = Arrangement.of(FOREST, Optional.empty(), Optional.empty(), new Expansion(1));
        assertThat(all.parent(2)).hasValue(0);
        assertThat(all.parent(0)).isEmpty();
        assertThat(all.tree()).isTrue();
    }
}

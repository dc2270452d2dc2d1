package org.postyard.console.widgets.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalmOrderTest {
    private final CalmOrder<Integer> order = new CalmOrder<>(Duration.ofSeconds(2));

    private List<Object> sorted(long now, List<Node<Integer>> nodes) {
        Arrangement<Integer> arrangement =
                Arrangement.of(new Rows<>(nodes), Optional.empty(), order.at(now), new Expansion(0));
        order.arranged(arrangement.lines(), now);
        return arrangement.lines().stream().map(Line::key).toList();
    }

    private static Node<Integer> row(String key, int value) {
        return Node.leaf(key, value);
    }

    @Test
    void rowsKeepTheirPlacesForTwoSecondsWhateverTheirValues() {
        order.by(Optional.of(Comparator.comparing(Node::value)));
        assertThat(sorted(0, List.of(row("x", 2), row("y", 1)))).containsExactly("y", "x");
        assertThat(sorted(1_999, List.of(row("x", 1), row("y", 9)))).containsExactly("y", "x");
        assertThat(sorted(2_000, List.of(row("x", 1), row("y", 9)))).containsExactly("x", "y");
    }

    @Test
    void newRowsGoToTheEndUntilTheNextSort() {
        order.by(Optional.of(Comparator.comparing(Node::value)));
        sorted(0, List.of(row("x", 2), row("y", 1)));
        assertThat(sorted(100, List.of(row("z", 0), row("x", 2), row("y", 1)))).containsExactly("y", "x", "z");
    }

    @Test
    void anotherSortIsDoneAtOnce() {
        order.by(Optional.of(Comparator.comparing(Node::value)));
        sorted(0, List.of(row("x", 2), row("y", 1)));
        order.by(Optional.of(
                Comparator.<Node<Integer>, Integer>comparing(Node::value).reversed()));
        assertThat(sorted(1, List.of(row("x", 2), row("y", 1)))).containsExactly("x", "y");
    }
}

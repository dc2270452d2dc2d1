package org.postyard.console.widgets.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** The lines of a grid from top to bottom: filtered, sorted, and without what is under collapsed rows. */
final class Arrangement<T> {
    private final List<Line<T>> lines;
    private final Map<Object, Integer> positions;
    private final boolean tree;

    private Arrangement(List<Line<T>> lines, boolean tree) {
        this.lines = lines;
        this.tree = tree;
        this.positions = new HashMap<>(lines.size() * 2);
        for (int index = 0; index < lines.size(); index++)
            positions.put(lines.get(index).key(), index);
    }

    static <T> Arrangement<T> none() {
        return new Arrangement<>(List.of(), false);
    }

    static <T> Arrangement<T> of(
            Rows<T> rows, Optional<Predicate<T>> filter, Optional<Comparator<Node<T>>> order, Expansion expansion) {
        List<Line<T>> lines = new ArrayList<>();
        boolean tree = rows.roots().stream().anyMatch(node -> !node.children().isEmpty());
        new Flattening<>(filter, order, expansion, lines).add(rows.roots(), 0, false);
        return new Arrangement<>(lines, tree);
    }

    List<Line<T>> lines() {
        return lines;
    }

    int size() {
        return lines.size();
    }

    Line<T> line(int index) {
        return lines.get(index);
    }

    boolean tree() {
        return tree;
    }

    OptionalInt position(Object key) {
        Integer position = positions.get(key);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    Optional<T> value(Object key) {
        OptionalInt position = position(key);
        return position.isPresent() ? Optional.of(line(position.getAsInt()).value()) : Optional.empty();
    }

    /** The nearest line above with a smaller depth. */
    OptionalInt parent(int index) {
        int depth = line(index).depth();
        for (int above = index - 1; above >= 0; above--) {
            if (line(above).depth() < depth) return OptionalInt.of(above);
        }
        return OptionalInt.empty();
    }

    private record Flattening<T>(
            Optional<Predicate<T>> filter,
            Optional<Comparator<Node<T>>> order,
            Expansion expansion,
            List<Line<T>> lines) {

        void add(List<Node<T>> nodes, int depth, boolean parentMatches) {
            List<Node<T>> sorted =
                    order.map(by -> nodes.stream().sorted(by).toList()).orElse(nodes);
            for (Node<T> node : sorted) add(node, depth, parentMatches);
        }

        private void add(Node<T> node, int depth, boolean parentMatches) {
            boolean matches = parentMatches || filter.isEmpty() || filter.get().test(node.value());
            boolean below = !matches && anyBelow(node);
            if (!matches && !below) return;
            boolean expandable = !node.children().isEmpty();
            boolean expanded = expandable && (below || expansion.expanded(node.key(), depth));
            lines.add(new Line<>(node, depth, expandable, expanded));
            if (expanded) add(node.children(), depth + 1, matches && filter.isPresent());
        }

        private boolean anyBelow(Node<T> node) {
            return node.children().stream()
                    .anyMatch(child ->
                            filter.map(wanted -> wanted.test(child.value())).orElse(true) || anyBelow(child));
        }
    }
}

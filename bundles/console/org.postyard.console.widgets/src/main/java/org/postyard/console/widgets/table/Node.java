package org.postyard.console.widgets.table;

import java.util.List;

/**
 * One row with the rows below it. The key stays the same while the values change and is what selection, expansion and
 * scroll position are tied to; it is unique in the whole grid.
 */
public record Node<T>(Object key, T value, List<Node<T>> children) {
    public Node {
        children = List.copyOf(children);
    }

    public static <T> Node<T> leaf(Object key, T value) {
        return new Node<>(key, value, List.of());
    }
}

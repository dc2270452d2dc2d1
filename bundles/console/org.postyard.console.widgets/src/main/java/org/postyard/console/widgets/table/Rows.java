package org.postyard.console.widgets.table;

import java.util.List;
import java.util.function.Function;

/** What a grid shows: a list of rows, or a forest of them. Immutable, so that any thread may make it. */
public record Rows<T>(List<Node<T>> roots) {
    public Rows {
        roots = List.copyOf(roots);
    }

    public static <T> Rows<T> none() {
        return new Rows<>(List.of());
    }

    /** Rows without a tree. */
    public static <T> Rows<T> flat(List<T> values, Function<? super T, ?> key) {
        return new Rows<>(values.stream()
                .map(value -> Node.leaf((Object) key.apply(value), value))
                .toList());
    }
}

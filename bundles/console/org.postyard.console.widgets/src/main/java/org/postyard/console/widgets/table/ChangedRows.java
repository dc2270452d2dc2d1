package org.postyard.console.widgets.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was seen of a grid before it got other rows, to find out which lines must be painted again: text costs far more to
 * paint than to compare. Belongs to the display's thread.
 */
final class ChangedRows<T> {
    private final List<Line<T>> seen;
    private final boolean tree;
    private final int first;
    private final int scrollX;
    private final int scrollY;

    private ChangedRows(GridContent<T> content, Viewport<T> viewport) {
        seen = seen(content, viewport);
        tree = content.arrangement().tree();
        first = viewport.firstRow();
        scrollX = viewport.scrollX();
        scrollY = viewport.scrollY();
    }

    static <T> ChangedRows<T> before(GridContent<T> content, Viewport<T> viewport) {
        return new ChangedRows<>(content, viewport);
    }

    private static <T> List<Line<T>> seen(GridContent<T> content, Viewport<T> viewport) {
        return content.arrangement()
                .lines()
                .subList(viewport.firstRow(), Math.max(viewport.firstRow(), viewport.endRow()));
    }

    /** The rows that look otherwise now; empty if rows came, went or moved, so that all must be painted. */
    Optional<List<Integer>> in(GridContent<T> content, Viewport<T> viewport) {
        boolean moved = scrollX != viewport.scrollX()
                || scrollY != viewport.scrollY()
                || tree != content.arrangement().tree();
        List<Line<T>> now = seen(content, viewport);
        if (moved || now.size() != seen.size() || now.isEmpty()) return Optional.empty();
        List<Integer> changed = new ArrayList<>();
        for (int index = 0; index < now.size(); index++) {
            if (!sameValue(seen.get(index), now.get(index))) changed.add(first + index);
        }
        return Optional.of(changed);
    }

    private static <T> boolean sameValue(Line<T> one, Line<T> other) {
        return one.key().equals(other.key())
                && Objects.equals(one.value(), other.value())
                && one.depth() == other.depth()
                && one.expandable() == other.expandable()
                && one.expanded() == other.expanded();
    }
}

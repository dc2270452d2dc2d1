package org.postyard.console.widgets.table;

import java.util.List;
import java.util.Optional;

/** Decides how much of a grid is painted when it got other rows. Belongs to the display's thread. */
final class Repainting<T> {
    /** Ages and curves grow by themselves. */
    private static final long EVERYTHING_MILLIS = 1_000;

    private final Grid<T> grid;
    private long paintedMillis;

    Repainting(Grid<T> grid) {
        this.grid = grid;
    }

    /** The rows that changed; all of them if some moved, and once a second. */
    void paint(ChangedRows<T> before) {
        Optional<List<Integer>> changed = before.in(grid.content(), grid.viewport());
        long now = System.nanoTime() / 1_000_000;
        if (changed.isEmpty() || now - paintedMillis >= EVERYTHING_MILLIS) {
            paintedMillis = now;
            grid.redraw();
        } else {
            changed.get().forEach(this::paint);
        }
    }

    private void paint(int row) {
        Viewport<T> viewport = grid.viewport();
        grid.redraw(0, viewport.rowTop(row), viewport.width(), viewport.rowHeight(), false);
    }
}

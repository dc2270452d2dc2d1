package org.postyard.console.widgets.table;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps the reader's place while rows come and go above it. Who is at the top stays there and sees new rows; a row that
 * went further than a page was sorted elsewhere, and is not followed.
 */
final class ScrollAnchor {
    private final Optional<Object> key;
    private final int row;
    private final int scrollY;

    private ScrollAnchor(Optional<Object> key, int row, int scrollY) {
        this.key = key;
        this.row = row;
        this.scrollY = scrollY;
    }

    static ScrollAnchor of(Arrangement<?> arrangement, Viewport<?> viewport) {
        int row = viewport.firstRow();
        boolean away = viewport.scrollY() > 0 && row < arrangement.size();
        Optional<Object> key = away ? Optional.of(arrangement.line(row).key()) : Optional.empty();
        return new ScrollAnchor(key, row, viewport.scrollY());
    }

    void restore(Arrangement<?> arrangement, Viewport<?> viewport) {
        OptionalInt now = key.map(arrangement::position).orElse(OptionalInt.empty());
        if (now.isEmpty()) return;
        int moved = now.getAsInt() - row;
        if (Math.abs(moved) > viewport.pageRows()) return;
        viewport.scrollTo(viewport.scrollX(), scrollY + moved * viewport.rowHeight());
    }
}

package org.postyard.console.widgets.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Joins the scroll bars and the wheel to the viewport of a grid. */
final class GridScrolling<T> {
    private static final int ROWS_PER_NOTCH = 3;

    private final Grid<T> grid;
    private final Bar vertical;
    private final Bar horizontal;

    GridScrolling(Grid<T> grid) {
        this.grid = grid;
        this.vertical = new Bar(grid.getVerticalBar());
        this.horizontal = new Bar(grid.getHorizontalBar());
        grid.getVerticalBar().addListener(SWT.Selection, event -> fromBars());
        grid.getHorizontalBar().addListener(SWT.Selection, event -> fromBars());
        grid.addListener(SWT.MouseVerticalWheel, this::wheel);
        grid.addListener(SWT.MouseHorizontalWheel, event -> sideways(event.count));
    }

    /** Brings the bars up to what the viewport is now. */
    void show() {
        Viewport<T> viewport = grid.viewport();
        vertical.show(viewport.totalHeight(), viewport.bodyHeight(), viewport.scrollY(), viewport.rowHeight());
        horizontal.show(viewport.totalWidth(), viewport.width(), viewport.scrollX(), viewport.rowHeight());
    }

    private void fromBars() {
        grid.viewport()
                .scrollTo(
                        grid.getHorizontalBar().getSelection(),
                        grid.getVerticalBar().getSelection());
        grid.refresh();
    }

    private void wheel(Event event) {
        event.doit = false;
        if ((event.stateMask & SWT.SHIFT) != 0) {
            sideways(event.count);
            return;
        }
        int rows = (int) Math.signum(event.count) * ROWS_PER_NOTCH;
        Viewport<T> viewport = grid.viewport();
        viewport.scrollTo(viewport.scrollX(), viewport.scrollY() - rows * viewport.rowHeight());
        grid.refresh();
    }

    private void sideways(int count) {
        Viewport<T> viewport = grid.viewport();
        viewport.scrollTo(viewport.scrollX() - (int) Math.signum(count) * 60, viewport.scrollY());
        grid.refresh();
    }
}

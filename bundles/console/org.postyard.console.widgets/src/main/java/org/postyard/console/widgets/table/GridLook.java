package org.postyard.console.widgets.table;

import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;

/** What the painter has to know that is neither a row nor a column. Belongs to the display's thread. */
final class GridLook {
    private Optional<EmptyState> empty = Optional.empty();
    private Optional<EmptyState> emptyFiltered = Optional.empty();
    private boolean filtered;
    private Optional<String> staleSince = Optional.empty();
    private Optional<Integer> dropBefore = Optional.empty();
    private Rectangle link = new Rectangle(0, 0, 0, 0);
    private boolean focused;
    private boolean cursorShown;
    private int hoverRow = -1;
    private int cursorColumn;

    Optional<EmptyState> empty() {
        return filtered ? emptyFiltered : empty;
    }

    void empty(EmptyState next) {
        empty = Optional.of(next);
    }

    void emptyFiltered(EmptyState next) {
        emptyFiltered = Optional.of(next);
    }

    void filtered(boolean next) {
        filtered = next;
    }

    Optional<String> staleSince() {
        return staleSince;
    }

    void staleSince(Optional<String> next) {
        staleSince = next;
    }

    /** Where a dragged column would go, as a place on the canvas. */
    Optional<Integer> dropBefore() {
        return dropBefore;
    }

    void dropBefore(Optional<Integer> next) {
        dropBefore = next;
    }

    /** Where the link of the empty state was painted. */
    Rectangle link() {
        return link;
    }

    void link(Rectangle next) {
        link = next;
    }

    boolean focused() {
        return focused;
    }

    void focused(boolean next) {
        focused = next;
    }

    /** Whether the cell that the keyboard is on has a frame. */
    boolean cursorShown() {
        return cursorShown;
    }

    void cursorShown(boolean next) {
        cursorShown = next;
    }

    /** The row under the pointer, or -1. */
    int hoverRow() {
        return hoverRow;
    }

    void hoverRow(int next) {
        hoverRow = next;
    }

    int cursorColumn() {
        return cursorColumn;
    }

    void cursorColumn(int next) {
        cursorColumn = next;
    }
}

package org.postyard.console.widgets.table;

/** Draws the content of one cell; the background is there already. */
@FunctionalInterface
public interface CellPainter<T> {
    void paint(Cell cell, T value);
}

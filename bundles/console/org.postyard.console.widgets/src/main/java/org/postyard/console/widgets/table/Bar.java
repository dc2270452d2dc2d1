package org.postyard.console.widgets.table;

import org.eclipse.swt.widgets.ScrollBar;

/** A scroll bar of a grid that is told only what is new to it. Belongs to the display's thread. */
final class Bar {
    private record Place(int total, int seen, int at, int step) {}

    private final ScrollBar bar;
    private Place place = new Place(-1, -1, -1, -1);

    Bar(ScrollBar bar) {
        this.bar = bar;
    }

    /**
     * Hidden when all is seen.
     *
     * @param total points of the content
     * @param seen points of the window on it
     * @param at first point that is seen
     * @param step points of one press of an arrow
     */
    void show(int total, int seen, int at, int step) {
        Place next = new Place(total, seen, at, step);
        if (next.equals(place) && bar.getSelection() == at) return;
        place = next;
        bar.setVisible(total > seen);
        bar.setValues(at, 0, Math.max(1, total), Math.max(1, Math.min(total, seen)), step, Math.max(1, seen));
    }
}

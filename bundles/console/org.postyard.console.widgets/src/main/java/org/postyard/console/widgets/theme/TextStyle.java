package org.postyard.console.widgets.theme;

import org.eclipse.swt.SWT;

/** Sizes and weights of text; points are relative to the size of ordinary text. */
public enum TextStyle {
    SMALL(-1, SWT.NORMAL),
    BODY(0, SWT.NORMAL),
    STRONG(0, SWT.BOLD),
    SECTION(1, SWT.BOLD),
    TITLE(4, SWT.BOLD),
    FIGURE(9, SWT.NORMAL),
    MONOSPACE(0, SWT.NORMAL);

    private final int points;
    private final int weight;

    TextStyle(int points, int weight) {
        this.points = points;
        this.weight = weight;
    }

    int points(int bodyPoints) {
        return Math.max(6, bodyPoints + points);
    }

    int weight() {
        return weight;
    }
}

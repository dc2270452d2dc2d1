package org.postyard.console.widgets.mark;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.postyard.console.widgets.theme.Theme;

/** Draws the shape of a severity: filled circle, ring, triangle, diamond or dash. */
public final class SeverityMark {
    /** Side of the square that a mark fills beside ordinary text, in points. */
    public static final int SIZE = 10;

    private final Theme theme;

    public SeverityMark(Theme theme) {
        this.theme = theme;
    }

    /** Draws into the square at (x, y) with the given side; leaves the colours and line width of the GC as they were. */
    public void paint(GC gc, Severity severity, int x, int y, int side) {
        Color foreground = gc.getForeground();
        Color background = gc.getBackground();
        int lineWidth = gc.getLineWidth();
        Color colour = theme.color(severity.colour(theme.palette()));
        gc.setAntialias(SWT.ON);
        gc.setForeground(colour);
        gc.setBackground(colour);
        shape(gc, severity, x, y, side);
        gc.setLineWidth(lineWidth);
        gc.setForeground(foreground);
        gc.setBackground(background);
    }

    private static void shape(GC gc, Severity severity, int x, int y, int side) {
        int middle = side / 2;
        switch (severity) {
            case OK -> gc.fillOval(x, y, side, side);
            case NOTICE -> {
                gc.setLineWidth(2);
                gc.drawOval(x + 1, y + 1, side - 2, side - 2);
            }
            case WARNING -> gc.fillPolygon(new int[] {x + middle, y, x + side, y + side, x, y + side});
            case CRITICAL ->
                gc.fillPolygon(new int[] {
                    x + middle, y - 1, x + side + 1, y + middle, x + middle, y + side + 1, x - 1, y + middle
                });
            case UNKNOWN -> gc.fillRoundRectangle(x, y + middle - 1, side, 3, 2, 2);
        }
    }
}

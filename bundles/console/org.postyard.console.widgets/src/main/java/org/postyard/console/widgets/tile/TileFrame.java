package org.postyard.console.widgets.tile;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.Theme;

/** Draws the card that the parts of a dashboard stand on; its left edge shows what is not well. */
final class TileFrame {
    private static final int ROUND = 8;

    private final Theme theme;

    TileFrame(Theme theme) {
        this.theme = theme;
    }

    void paint(GC gc, Rectangle area, Color outside, Severity severity, boolean stale) {
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setBackground(outside);
        gc.fillRectangle(area);
        boolean marked = !stale && (severity == Severity.WARNING || severity == Severity.CRITICAL);
        if (marked) {
            gc.setBackground(theme.color(severity.colour(palette)));
            gc.fillRoundRectangle(0, 0, 2 * ROUND, area.height, ROUND, ROUND);
        }
        int left = marked ? 3 : 0;
        gc.setBackground(theme.color(palette.surface()));
        if (marked) gc.fillRectangle(left, 0, ROUND, area.height);
        gc.fillRoundRectangle(left, 0, area.width - left, area.height, ROUND, ROUND);
        if (marked) gc.fillRectangle(left, 0, ROUND, area.height);
        RGB line = marked ? Palette.blend(palette.line(), severity.colour(palette), 0.4) : palette.line();
        gc.setForeground(theme.color(line));
        gc.setLineWidth(1);
        gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, ROUND, ROUND);
    }
}

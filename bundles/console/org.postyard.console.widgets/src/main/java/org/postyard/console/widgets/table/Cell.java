package org.postyard.console.widgets.table;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.spark.SparkPainter;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The place where one cell is drawn, with ways to draw what cells usually hold. Valid during one call of a painter. */
public final class Cell {
    /** Free points at the left and right of the content. */
    public static final int PADDING = 8;

    private static final int GAP = 6;

    private final GC gc;
    private final Theme theme;
    private final Rectangle area;
    private final boolean stale;

    Cell(GC gc, Theme theme, Rectangle area, boolean stale) {
        this.gc = gc;
        this.theme = theme;
        this.area = area;
        this.stale = stale;
    }

    public GC gc() {
        return gc;
    }

    public Theme theme() {
        return theme;
    }

    public Palette palette() {
        return theme.palette();
    }

    /** The area without its padding. */
    public Rectangle area() {
        return area;
    }

    /** Whether the values are old; colours are then muted. */
    public boolean stale() {
        return stale;
    }

    /** The colour, or what it becomes in a grid with old values. */
    public RGB shade(RGB colour) {
        return stale ? Palette.blend(palette().surface(), palette().muted(), 0.75) : colour;
    }

    /** Ordinary text. */
    public void text(String text, Alignment alignment) {
        text(text, alignment, palette().text(), TextStyle.BODY);
    }

    /** Text of less importance. */
    public void mutedText(String text, Alignment alignment) {
        text(text, alignment, palette().muted(), TextStyle.BODY);
    }

    public void text(String text, Alignment alignment, RGB colour, TextStyle style) {
        textFrom(area.x, text, alignment, colour, style);
    }

    /** Shape and word of a severity; the word may say it better than the severity's own. */
    public void severity(Severity severity, String word) {
        int side = SeverityMark.SIZE;
        // The middle of small letters is lower than that of the line.
        int top = area.y + (area.height - side) / 2 + 1;
        if (stale) {
            new SeverityMark(theme).paint(gc, Severity.UNKNOWN, area.x, top, side);
        } else {
            new SeverityMark(theme).paint(gc, severity, area.x, top, side);
        }
        RGB colour = severity == Severity.OK ? palette().text() : severity.colour(palette());
        textFrom(area.x + side + GAP, word, Alignment.LEFT, colour, TextStyle.BODY);
    }

    /** A small curve; values that are not numbers are gaps. */
    public void spark(double[] values, RGB colour) {
        Rectangle inner = new Rectangle(area.x, area.y + 4, area.width, area.height - 8);
        new SparkPainter(theme).paint(gc, values, inner, shade(colour));
    }

    /** A bar filled to the share, from 0 to 1, with the text at its right. */
    public void share(double share, String text, RGB colour) {
        int textWidth = Math.max(44, theme.measure(TextStyle.BODY).width(text));
        int barWidth = area.width - textWidth - GAP;
        if (barWidth >= 16 && !Double.isNaN(share)) bar(share, barWidth, colour);
        text(text, Alignment.RIGHT);
    }

    private void bar(double share, int width, RGB colour) {
        int height = 6;
        int top = area.y + (area.height - height) / 2 + 1;
        int filled = (int) Math.round(Math.min(1, Math.max(0, share)) * width);
        gc.setBackground(theme.color(palette().track()));
        gc.fillRoundRectangle(area.x, top, width, height, height, height);
        if (filled == 0 && share > 0) filled = 2;
        gc.setBackground(theme.color(shade(colour)));
        gc.fillRoundRectangle(area.x, top, filled, height, Math.min(height, filled), height);
    }

    private void textFrom(int left, String text, Alignment alignment, RGB colour, TextStyle style) {
        if (text.isEmpty()) return;
        TextMeasure measure = theme.measure(style);
        int room = area.x + area.width - left;
        String fitting = measure.shorten(text, room);
        gc.setFont(theme.font(style));
        gc.setForeground(theme.color(shade(colour)));
        int x = alignment == Alignment.RIGHT ? left + room - measure.width(fitting) : left;
        gc.drawString(fitting, x, area.y + (area.height - measure.height()) / 2, true);
    }
}

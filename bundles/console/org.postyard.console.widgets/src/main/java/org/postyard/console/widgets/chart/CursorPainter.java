package org.postyard.console.widgets.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Draws what the pointer is at in a chart: a line at the time, a dot on each curve and a list of the values. */
final class CursorPainter {
    private static final int PADDING = 8;

    private final Theme theme;
    private final ChartState state;
    private final TimeTicks timeTicks;

    private record Reading(String name, String value, RGB colour) {}

    CursorPainter(Theme theme, ChartState state, TimeTicks timeTicks) {
        this.theme = theme;
        this.state = state;
        this.timeTicks = timeTicks;
    }

    void paint(GC gc, ChartGeometry geometry) {
        state.dragged().ifPresent(range -> range(gc, geometry.plot(), range));
        state.cursor().filter(point -> geometry.plot().contains(point)).ifPresent(point -> cursor(gc, geometry, point));
    }

    private void range(GC gc, Rectangle plot, Rectangle range) {
        gc.setBackground(theme.color(theme.palette().accent()));
        gc.setAlpha(50);
        gc.fillRectangle(range.x, plot.y, range.width, plot.height);
        gc.setAlpha(255);
    }

    private void cursor(GC gc, ChartGeometry geometry, Point point) {
        Rectangle plot = geometry.plot();
        long millis = state.window().at((double) (point.x - plot.x) / plot.width);
        gc.setForeground(theme.color(theme.palette().muted()));
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_DOT);
        gc.drawLine(point.x, plot.y, point.x, plot.y + plot.height);
        gc.setLineStyle(SWT.LINE_SOLID);
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < state.curves().size(); index++) {
            Curve curve = state.curves().get(index);
            if (!state.isOff(curve.id()))
                readings.add(read(gc, geometry, curve, theme.palette().series(index), millis));
        }
        list(gc, plot, point, timeTicks.exact(millis, state.window().untilMillis()), readings);
    }

    private Reading read(GC gc, ChartGeometry geometry, Curve curve, RGB colour, long millis) {
        int nearest = curve.nearest(millis);
        double value = nearest < 0 || tooFar(curve.timeMillis(nearest), millis) ? Double.NaN : curve.value(nearest);
        if (Double.isNaN(value)) return new Reading(curve.name(), "no data", colour);
        geometry.axis(curve.unit()).ifPresent(axis -> {
            Rectangle plot = geometry.plot();
            int x = plot.x + (int) Math.round(state.window().place(curve.timeMillis(nearest)) * plot.width);
            int y = plot.y + plot.height - (int) Math.round(axis.scale().place(value) * plot.height);
            gc.setBackground(theme.color(theme.palette().surface()));
            gc.fillOval(x - 5, y - 5, 10, 10);
            gc.setBackground(theme.color(colour));
            gc.fillOval(x - 4, y - 4, 8, 8);
        });
        return new Reading(curve.name(), figure(value) + (curve.unit().isEmpty() ? "" : " " + curve.unit()), colour);
    }

    /** A value from further away than a fiftieth of what is seen says nothing about this time. */
    private boolean tooFar(long at, long millis) {
        return Math.abs(at - millis) > Math.max(2_000, state.window().lengthMillis() / 50);
    }

    private static String figure(double value) {
        double size = Math.abs(value);
        int decimals = size >= 1_000 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void list(GC gc, Rectangle plot, Point point, String time, List<Reading> readings) {
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        int line = measure.height() + 3;
        int names = readings.stream()
                .mapToInt(each -> measure.width(each.name()))
                .max()
                .orElse(0);
        int values = readings.stream()
                .mapToInt(each -> measure.width(each.value()))
                .max()
                .orElse(0);
        int width = Math.max(measure.width(time), 14 + names + 16 + values) + 2 * PADDING;
        int height = (readings.size() + 1) * line + 2 * PADDING - 2;
        int x = point.x + 14 + width > plot.x + plot.width ? point.x - 14 - width : point.x + 14;
        int y = Math.max(plot.y, Math.min(point.y - height / 2, plot.y + plot.height - height));
        box(gc, new Rectangle(Math.max(2, x), y, width, height));
        Palette palette = theme.palette();
        int left = Math.max(2, x) + PADDING;
        gc.setForeground(theme.color(palette.muted()));
        gc.drawString(time, left, y + PADDING - 1, true);
        int top = y + PADDING - 1 + line;
        for (Reading reading : readings) {
            gc.setBackground(theme.color(reading.colour()));
            gc.fillRoundRectangle(left, top + measure.height() / 2 - 4, 8, 8, 3, 3);
            gc.setForeground(theme.color(palette.text()));
            gc.drawString(reading.name(), left + 14, top, true);
            gc.drawString(reading.value(), left + width - 2 * PADDING - measure.width(reading.value()), top, true);
            top += line;
        }
    }

    private void box(GC gc, Rectangle box) {
        Palette palette = theme.palette();
        gc.setBackground(theme.color(palette.surface()));
        gc.setAlpha(240);
        gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 8, 8);
        gc.setAlpha(255);
        gc.setForeground(theme.color(palette.line()));
        gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 8, 8);
        gc.setFont(theme.font(TextStyle.SMALL));
    }
}

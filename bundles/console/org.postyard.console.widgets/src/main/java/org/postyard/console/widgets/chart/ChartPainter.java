package org.postyard.console.widgets.chart;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Draws a chart: grid and axes, curves, the time without news, and the legend. */
final class ChartPainter {
    private static final int TIME_LABEL_ROOM = 84;

    private final Theme theme;
    private final ChartState state;
    private final TimeTicks timeTicks;

    ChartPainter(Theme theme, ChartState state, ZoneId zone) {
        this.theme = theme;
        this.state = state;
        this.timeTicks = new TimeTicks(zone);
    }

    void paint(GC gc, Rectangle area, ChartGeometry geometry) {
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setBackground(theme.color(palette.surface()));
        gc.fillRectangle(area);
        gc.setFont(theme.font(TextStyle.SMALL));
        timeAxis(gc, geometry.plot());
        valueAxes(gc, geometry, area.x + area.width - 4);
        stale(gc, geometry.plot());
        curves(gc, geometry);
        if (nothingSeen()) empty(gc, geometry.plot());
        legend(gc, geometry);
        new CursorPainter(theme, state, timeTicks).paint(gc, geometry);
    }

    private void timeAxis(GC gc, Rectangle plot) {
        Palette palette = theme.palette();
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        gc.setLineWidth(1);
        int bottom = plot.y + plot.height;
        for (TimeTicks.Tick tick : timeTicks.within(state.window(), plot.width / TIME_LABEL_ROOM)) {
            int x = plot.x + (int) Math.round(state.window().place(tick.millis()) * plot.width);
            gc.setForeground(theme.color(tick.day() ? palette.line() : palette.hairline()));
            gc.drawLine(x, plot.y, x, bottom + 3);
            int width = measure.width(tick.words());
            gc.setForeground(theme.color(tick.day() ? palette.text() : palette.muted()));
            int left = Math.max(2, Math.min(plot.x + plot.width + 12 - width, x - width / 2));
            gc.drawString(tick.words(), left, bottom + 6, true);
        }
    }

    private void valueAxes(GC gc, ChartGeometry geometry, int right) {
        Palette palette = theme.palette();
        Rectangle plot = geometry.plot();
        List<ChartGeometry.Axis> axes = geometry.axes();
        for (int index = 0; index < Math.min(2, axes.size()); index++)
            valueAxis(gc, plot, axes.get(index), index == 0, right);
        gc.setForeground(theme.color(palette.line()));
        gc.drawLine(plot.x, plot.y + plot.height, plot.x + plot.width, plot.y + plot.height);
    }

    private void valueAxis(GC gc, Rectangle plot, ChartGeometry.Axis axis, boolean first, int right) {
        Palette palette = theme.palette();
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        for (double tick : axis.scale().ticks()) {
            int y = plot.y + plot.height - (int) Math.round(axis.scale().place(tick) * plot.height);
            if (first) {
                gc.setForeground(theme.color(palette.hairline()));
                gc.drawLine(plot.x, y, plot.x + plot.width, y);
            }
            String label = axis.scale().label(tick);
            gc.setForeground(theme.color(palette.muted()));
            int x = first ? plot.x - 6 - measure.width(label) : plot.x + plot.width + 6;
            gc.drawString(label, x, y - measure.height() / 2, true);
        }
        int unitWidth = measure.width(axis.unit());
        int unitLeft =
                first ? Math.max(4, plot.x - 6 - unitWidth) : Math.min(plot.x + plot.width + 6, right - unitWidth);
        gc.drawString(axis.unit(), unitLeft, plot.y - measure.height() - 6, true);
    }

    /** Hatches the time since the last news: what happened then is not known. */
    private void stale(GC gc, Rectangle plot) {
        if (state.staleFrom().isEmpty()) return;
        double place = state.window().place(state.staleFrom().getAsLong());
        int left = plot.x + (int) Math.round(Math.max(0, Math.min(1, place)) * plot.width);
        int right = plot.x + plot.width;
        if (left >= right) return;
        Palette palette = theme.palette();
        Rectangle before = gc.getClipping();
        gc.setClipping(left, plot.y, right - left, plot.height);
        gc.setForeground(theme.color(Palette.blend(palette.surface(), palette.unknown(), 0.35)));
        gc.setLineWidth(1);
        for (int x = left - plot.height; x < right; x += 8)
            gc.drawLine(x, plot.y + plot.height, x + plot.height, plot.y);
        gc.setClipping(before);
        gc.setForeground(theme.color(palette.warning()));
        gc.drawLine(left, plot.y, left, plot.y + plot.height);
    }

    private void curves(GC gc, ChartGeometry geometry) {
        Rectangle plot = geometry.plot();
        Rectangle before = gc.getClipping();
        gc.setClipping(plot.x, plot.y - 1, plot.width + 1, plot.height + 2);
        List<Curve> curves = state.curves();
        boolean alone = state.seen().size() == 1;
        for (int index = 0; index < curves.size(); index++) {
            Curve curve = curves.get(index);
            if (state.isOff(curve.id())) continue;
            RGB colour = theme.palette().series(index);
            geometry.axis(curve.unit())
                    .map(axis ->
                            new Reduction.Plot(plot.x, plot.y, plot.width, plot.height, state.window(), axis.scale()))
                    .ifPresent(where -> curve(gc, curve, where, colour, alone));
        }
        gc.setClipping(before);
    }

    private void curve(GC gc, Curve curve, Reduction.Plot where, RGB colour, boolean filled) {
        for (Reduction.Stroke stroke : Reduction.of(curve, where)) {
            int[] points = stroke.points();
            if (filled) area(gc, points, where, colour);
            gc.setForeground(theme.color(colour));
            boolean dense = points.length > 2 * where.width();
            // Where each pixel has its own peak, smooth thick lines are slow and only smear.
            gc.setAntialias(dense ? SWT.OFF : SWT.ON);
            gc.setLineWidth(dense ? 1 : 2);
            gc.setLineJoin(dense ? SWT.JOIN_MITER : SWT.JOIN_ROUND);
            if (points.length == 2) {
                gc.setBackground(theme.color(colour));
                gc.fillOval(points[0] - 2, points[1] - 2, 4, 4);
            } else gc.drawPolyline(points);
            gc.setAntialias(SWT.ON);
        }
    }

    private void area(GC gc, int[] points, Reduction.Plot where, RGB colour) {
        int zero = where.y(Math.max(0, where.scale().low()));
        int[] shape = Arrays.copyOf(points, points.length + 4);
        shape[points.length] = points[points.length - 2];
        shape[points.length + 1] = zero;
        shape[points.length + 2] = points[0];
        shape[points.length + 3] = zero;
        gc.setBackground(theme.color(colour));
        gc.setAlpha(theme.palette().isDark() ? 40 : 26);
        gc.fillPolygon(shape);
        gc.setAlpha(255);
    }

    private boolean nothingSeen() {
        for (Curve curve : state.seen()) {
            int end = curve.from(state.window().untilMillis());
            for (int index = curve.from(state.window().fromMillis()); index < end; index++)
                if (!Double.isNaN(curve.value(index))) return false;
        }
        return true;
    }

    private void empty(GC gc, Rectangle plot) {
        TextMeasure measure = theme.measure(TextStyle.BODY);
        String text = measure.shorten(state.emptyText(), plot.width - 16);
        gc.setFont(theme.font(TextStyle.BODY));
        gc.setForeground(theme.color(theme.palette().muted()));
        int x = plot.x + (plot.width - measure.width(text)) / 2;
        gc.drawString(text, x, plot.y + plot.height * 2 / 5, true);
        gc.setFont(theme.font(TextStyle.SMALL));
    }

    private void legend(GC gc, ChartGeometry geometry) {
        Palette palette = theme.palette();
        TextMeasure measure = theme.measure(TextStyle.SMALL);
        for (int index = 0; index < geometry.legend().size(); index++) {
            Rectangle place = geometry.legend().get(index).place();
            Curve curve = state.curves().get(index);
            boolean off = state.isOff(curve.id());
            gc.setForeground(theme.color(off ? palette.track() : palette.series(index)));
            gc.setLineWidth(3);
            int middle = place.y + place.height / 2;
            gc.drawLine(place.x, middle, place.x + 11, middle);
            gc.setForeground(
                    theme.color(off ? Palette.blend(palette.surface(), palette.muted(), 0.6) : palette.text()));
            gc.setFont(theme.font(TextStyle.SMALL));
            String name = measure.shorten(curve.name(), place.width - 18);
            gc.drawString(name, place.x + 18, place.y + (place.height - measure.height()) / 2, true);
        }
    }
}

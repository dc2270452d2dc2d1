package org.postyard.console.widgets.chart;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/**
 * What pointer and keyboard do in a chart: the wheel zooms at the pointer; dragging marks a range to zoom into; with shift
 * or the middle button it moves in time; a click on the legend switches a curve; a double click goes back.
 */
final class ChartPointer {
    private static final double WHEEL_FACTOR = 0.8;
    private static final double STEP = 0.1;
    private static final int SMALLEST_RANGE = 6;

    private final TimeChart chart;
    private Optional<Point> rangeStart = Optional.empty();
    private Optional<Point> moveStart = Optional.empty();
    private TimeWindow moved;

    ChartPointer(TimeChart chart) {
        this.chart = chart;
        this.moved = chart.window();
        chart.addListener(SWT.MouseDown, this::down);
        chart.addListener(SWT.MouseUp, this::up);
        chart.addListener(SWT.MouseMove, this::move);
        chart.addListener(SWT.MouseExit, event -> cursor(Optional.empty()));
        chart.addListener(SWT.MouseDoubleClick, event -> chart.followNow());
        chart.addListener(SWT.MouseVerticalWheel, this::wheel);
        chart.addListener(SWT.KeyDown, this::key);
        chart.addListener(SWT.Traverse, ChartPointer::traverse);
    }

    private static void traverse(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) event.doit = true;
    }

    private void down(Event event) {
        chart.setFocus();
        Optional<String> curve = chart.legendAt(event.x, event.y);
        if (curve.isPresent() && event.button == 1) {
            chart.toggle(curve.get());
            return;
        }
        if (!chart.plot().contains(event.x, event.y)) return;
        Point here = new Point(event.x, event.y);
        boolean moves = event.button == 2 || (event.button == 1 && (event.stateMask & SWT.SHIFT) != 0);
        if (moves) {
            moveStart = Optional.of(here);
            moved = chart.window();
        } else if (event.button == 1) rangeStart = Optional.of(here);
    }

    private void move(Event event) {
        boolean overLegend = chart.legendAt(event.x, event.y).isPresent();
        chart.setCursor(overLegend ? chart.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
        moveStart.ifPresent(start -> chart.show(moved.moved(-millis(event.x - start.x))));
        rangeStart.ifPresent(start -> mark(start.x, event.x));
        cursor(Optional.of(new Point(event.x, event.y)));
    }

    private void mark(int from, int to) {
        Rectangle plot = chart.plot();
        int left = Math.max(plot.x, Math.min(from, to));
        int right = Math.min(plot.x + plot.width, Math.max(from, to));
        chart.state().dragged(Optional.of(new Rectangle(left, plot.y, Math.max(0, right - left), plot.height)));
    }

    private void up(Event event) {
        Optional<Rectangle> range = chart.state().dragged().filter(marked -> marked.width >= SMALLEST_RANGE);
        rangeStart = Optional.empty();
        moveStart = Optional.empty();
        chart.state().dragged(Optional.empty());
        range.ifPresent(marked -> {
            Rectangle plot = chart.plot();
            TimeWindow window = chart.window();
            long from = window.at((double) (marked.x - plot.x) / plot.width);
            long until = window.at((double) (marked.x + marked.width - plot.x) / plot.width);
            chart.show(new TimeWindow(from, Math.max(until, from + TimeWindow.SHORTEST_MILLIS)));
        });
        chart.redraw();
    }

    private void cursor(Optional<Point> point) {
        chart.state().cursor(point);
        chart.redraw();
    }

    private void wheel(Event event) {
        if (chart.wheelLeft()) return;
        event.doit = false;
        Rectangle plot = chart.plot();
        long around = chart.window().at(Math.max(0, Math.min(1, (double) (event.x - plot.x) / plot.width)));
        if ((event.stateMask & SWT.SHIFT) != 0) shift(event.count > 0 ? -STEP : STEP);
        else chart.show(chart.window().zoomed(around, event.count > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR));
    }

    private void key(Event event) {
        TimeWindow window = chart.window();
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> shift(-STEP);
            case SWT.ARROW_RIGHT -> shift(STEP);
            case '+', '=', SWT.KEYPAD_ADD -> chart.show(window.zoomed(window.at(0.5), WHEEL_FACTOR));
            case '-', SWT.KEYPAD_SUBTRACT -> chart.show(window.zoomed(window.at(0.5), 1 / WHEEL_FACTOR));
            case SWT.HOME, '0', SWT.ESC -> chart.followNow();
            default -> {}
        }
    }

    private void shift(double share) {
        chart.show(chart.window().moved(Math.round(chart.window().lengthMillis() * share)));
    }

    private long millis(int points) {
        return Math.round((double) points / Math.max(1, chart.plot().width) * moved.lengthMillis());
    }
}

package org.postyard.console.widgets.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Where the parts of a chart are on the canvas: room for curves, axes and legend. Made anew for each size and content. */
record ChartGeometry(Rectangle plot, List<Axis> axes, List<Entry> legend) {
    private static final int PADDING = 12;
    private static final int TICK_GAP = 6;
    private static final int SWATCH = 18;

    /** An axis of values with its unit; the first is at the left, the second at the right. */
    record Axis(String unit, ValueScale scale) {}

    /** The place of a curve in the legend. */
    record Entry(String id, Rectangle place) {}

    static ChartGeometry of(ChartState state, Theme theme, Rectangle area) {
        TextMeasure small = theme.measure(TextStyle.SMALL);
        List<Entry> legend = legend(state, small, area.width);
        int legendHeight = legend.isEmpty() ? PADDING : bottom(legend) + 6;
        int unitHeight = state.units().stream().allMatch(String::isEmpty) ? 4 : small.height() + 4;
        int top = legendHeight + unitHeight;
        int height = Math.max(10, area.height - top - small.height() - TICK_GAP - 8);
        int ticks = Math.max(2, height / 44);
        List<Axis> axes = state.units().stream()
                .map(unit -> new Axis(unit, state.scale(unit, ticks)))
                .toList();
        int left = PADDING + (axes.isEmpty() ? 0 : widest(axes.get(0), small) + TICK_GAP);
        int right = PADDING + (axes.size() < 2 ? 4 : widest(axes.get(1), small) + TICK_GAP);
        Rectangle plot = new Rectangle(left, top, Math.max(10, area.width - left - right), height);
        return new ChartGeometry(plot, axes, legend);
    }

    Optional<Axis> axis(String unit) {
        return axes.stream().filter(axis -> axis.unit().equals(unit)).findFirst();
    }

    private static int widest(Axis axis, TextMeasure measure) {
        return axis.scale().ticks().stream()
                .mapToInt(tick -> measure.width(axis.scale().label(tick)))
                .max()
                .orElse(0);
    }

    private static List<Entry> legend(ChartState state, TextMeasure measure, int width) {
        List<Entry> entries = new ArrayList<>();
        int x = PADDING;
        int y = 8;
        int line = measure.height() + 6;
        for (Curve curve : state.curves()) {
            int room = SWATCH + measure.width(curve.name()) + 12;
            if (x > PADDING && x + room > width - PADDING) {
                x = PADDING;
                y += line;
            }
            entries.add(new Entry(curve.id(), new Rectangle(x, y, Math.min(room, width - 2 * PADDING), line)));
            x += room + 4;
        }
        return entries;
    }

    private static int bottom(List<Entry> legend) {
        Rectangle last = legend.get(legend.size() - 1).place();
        return last.y + last.height;
    }
}

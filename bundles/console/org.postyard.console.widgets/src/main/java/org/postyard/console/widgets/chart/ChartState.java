package org.postyard.console.widgets.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a chart shows and how: curves, part of time, cursor, what is switched off. Belongs to the display's thread. */
final class ChartState {
    private final Set<String> off = new HashSet<>();
    private List<Curve> curves = List.of();
    private TimeWindow window;
    private OptionalLong staleFrom = OptionalLong.empty();
    private Optional<Point> cursor = Optional.empty();
    private Optional<Rectangle> dragged = Optional.empty();
    private String emptyText = "Nothing recorded in this time";

    ChartState(TimeWindow window) {
        this.window = window;
    }

    List<Curve> curves() {
        return curves;
    }

    void curves(List<Curve> next) {
        curves = List.copyOf(next);
    }

    List<Curve> seen() {
        return curves.stream().filter(curve -> !off.contains(curve.id())).toList();
    }

    boolean isOff(String id) {
        return off.contains(id);
    }

    void toggle(String id) {
        if (!off.remove(id)) off.add(id);
    }

    /** The units of the seen curves in the order of their first curve; the first two have axes. */
    List<String> units() {
        return seen().stream().map(Curve::unit).distinct().toList();
    }

    TimeWindow window() {
        return window;
    }

    void window(TimeWindow next) {
        window = next;
    }

    /** Since when there are no news, in milliseconds since the epoch. */
    OptionalLong staleFrom() {
        return staleFrom;
    }

    void staleFrom(OptionalLong next) {
        staleFrom = next;
    }

    Optional<Point> cursor() {
        return cursor;
    }

    void cursor(Optional<Point> next) {
        cursor = next;
    }

    /** The range that is being marked with the pointer. */
    Optional<Rectangle> dragged() {
        return dragged;
    }

    void dragged(Optional<Rectangle> next) {
        dragged = next;
    }

    String emptyText() {
        return emptyText;
    }

    void emptyText(String next) {
        emptyText = next;
    }

    /** An axis that holds what is seen of the curves with this unit. */
    ValueScale scale(String unit, int ticks) {
        double least = Double.NaN;
        double most = Double.NaN;
        for (Curve curve : seen()) {
            if (!curve.unit().equals(unit)) continue;
            int end = curve.from(window.untilMillis());
            for (int index = curve.from(window.fromMillis()); index < end; index++) {
                double value = curve.value(index);
                if (Double.isNaN(value)) continue;
                least = Double.isNaN(least) ? value : Math.min(least, value);
                most = Double.isNaN(most) ? value : Math.max(most, value);
            }
        }
        return ValueScale.around(least, most, ticks);
    }
}

package org.postyard.console.widgets.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A curve as it is seen at a certain width: for each pixel the first, least, most and last value, so that no peak is lost
 * however many points there are. Gaps divide it into strokes.
 */
final class Reduction {
    private Reduction() {}

    /** Connected points as x, y, x, y ... on the canvas. */
    record Stroke(int[] points) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Stroke that && Arrays.equals(points, that.points);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(points);
        }

        @Override
        public String toString() {
            return Arrays.toString(points);
        }
    }

    /** The room for curves on the canvas, and how times and values get there. */
    record Plot(int left, int top, int width, int height, TimeWindow window, ValueScale scale) {
        int x(long millis) {
            return left + (int) Math.round(window.place(millis) * width);
        }

        int y(double value) {
            return top + height - (int) Math.round(scale.place(value) * height);
        }
    }

    static List<Stroke> of(Curve curve, Plot plot) {
        int begin = Math.max(0, curve.from(plot.window().fromMillis()) - 1);
        int end = Math.min(curve.size(), curve.from(plot.window().untilMillis()) + 1);
        List<Stroke> strokes = new ArrayList<>();
        Builder builder = new Builder(plot);
        for (int index = begin; index < end; index++) {
            double value = curve.value(index);
            if (Double.isNaN(value)) builder.finish(strokes);
            else builder.add(plot.x(curve.timeMillis(index)), value);
        }
        builder.finish(strokes);
        return strokes;
    }

    private static final class Builder {
        private final Plot plot;
        private int[] points = new int[256];
        private int length;
        private int column = Integer.MIN_VALUE;
        private double first;
        private double last;
        private double least;
        private double most;

        Builder(Plot plot) {
            this.plot = plot;
        }

        void add(int x, double value) {
            if (x != column) {
                flush();
                column = x;
                first = value;
                least = value;
                most = value;
            }
            last = value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }

        private void flush() {
            if (column == Integer.MIN_VALUE) return;
            point(first);
            if (least < Math.min(first, last)) point(least);
            if (most > Math.max(first, last)) point(most);
            if (last != first) point(last);
            column = Integer.MIN_VALUE;
        }

        private void point(double value) {
            if (length + 2 > points.length) points = Arrays.copyOf(points, points.length * 2);
            points[length++] = column;
            points[length++] = plot.y(value);
        }

        void finish(List<Stroke> strokes) {
            flush();
            if (length > 0) strokes.add(new Stroke(Arrays.copyOf(points, length)));
            length = 0;
        }
    }
}

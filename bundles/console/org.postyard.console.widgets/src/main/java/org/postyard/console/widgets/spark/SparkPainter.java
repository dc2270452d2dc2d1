package org.postyard.console.widgets.spark;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.Theme;

/** Draws a small curve; a value that is not a number is a gap, and a gap is never drawn as zero. */
public final class SparkPainter {
    private final Theme theme;

    public SparkPainter(Theme theme) {
        this.theme = theme;
    }

    /**
     * Draws the values from left to right over the whole area, from zero or the smallest value at the bottom to the
     * largest at the top, with the area under the curve tinted.
     */
    public void paint(GC gc, double[] values, Rectangle area, RGB colour) {
        if (values.length == 0 || area.width < 4 || area.height < 4) return;
        Scale scale = Scale.of(values, area);
        Palette palette = theme.palette();
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        gc.setForeground(theme.color(colour));
        int start = 0;
        while (start < values.length) {
            int end = endOfRun(values, start);
            if (end > start) {
                gc.setBackground(theme.color(Palette.blend(palette.surface(), colour, palette.isDark() ? 0.22 : 0.14)));
                run(gc, values, start, end, scale);
            }
            start = Math.max(end, start + 1);
        }
    }

    private static int endOfRun(double[] values, int start) {
        int end = start;
        while (end < values.length && !Double.isNaN(values[end])) end++;
        return end;
    }

    private static void run(GC gc, double[] values, int start, int end, Scale scale) {
        int count = end - start;
        if (count == 1) {
            gc.setBackground(gc.getForeground());
            gc.fillRectangle(scale.x(start) - 1, scale.y(values[start]), 2, 2);
            return;
        }
        int[] line = new int[count * 2];
        int[] fill = new int[count * 2 + 4];
        for (int index = 0; index < count; index++) {
            line[2 * index] = scale.x(start + index);
            line[2 * index + 1] = scale.y(values[start + index]);
        }
        System.arraycopy(line, 0, fill, 0, line.length);
        fill[line.length] = line[line.length - 2];
        fill[line.length + 1] = scale.bottom();
        fill[line.length + 2] = line[0];
        fill[line.length + 3] = scale.bottom();
        gc.fillPolygon(fill);
        gc.drawPolyline(line);
    }

    private record Scale(Rectangle area, int count, double low, double high) {
        static Scale of(double[] values, Rectangle area) {
            double low = 0;
            double high = 0;
            boolean any = false;
            for (double value : values) {
                if (Double.isNaN(value)) continue;
                low = any ? Math.min(low, value) : Math.min(0, value);
                high = any ? Math.max(high, value) : Math.max(0, value);
                any = true;
            }
            return new Scale(area, values.length, low, high > low ? high : low + 1);
        }

        int x(int index) {
            return area.x
                    + (count == 1 ? area.width - 1 : (int) Math.round((double) index * (area.width - 1) / (count - 1)));
        }

        int y(double value) {
            return area.y + area.height - 1 - (int) Math.round((value - low) / (high - low) * (area.height - 2));
        }

        int bottom() {
            return area.y + area.height;
        }
    }
}

package org.postyard.console.widgets.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class SparkPainterTest {
    private static final RGB INK = new RGB(200, 0, 0);

    private static ImageData paint(Screen screen, double... values) {
        Rectangle area = new Rectangle(0, 0, 101, 20);
        return screen.drawn(101, 20, gc -> new SparkPainter(screen.theme()).paint(gc, values, area, INK));
    }

    @Test
    void aGapIsLeftEmpty(Screen screen) {
        double gap = Double.NaN;
        ImageData drawn = paint(screen, 5, 5, 5, 5, gap, gap, gap, 5, 5, 5, 5);
        for (int y = 0; y < 20; y++)
            assertThat(Screen.at(drawn, 50, y)).isEqualTo(screen.palette().surface());
        assertThat(Screen.countColumn(drawn, 15, INK)).isPositive();
        assertThat(Screen.countColumn(drawn, 90, INK)).isPositive();
    }

    @Test
    void theLargestValueIsAtTheTopAndZeroAtTheBottom(Screen screen) {
        ImageData drawn = paint(screen, 0, 0, 0, 10, 10, 10);
        assertThat(Screen.at(drawn, 10, 19)).isEqualTo(INK);
        assertThat(Screen.at(drawn, 90, 1)).isEqualTo(INK);
    }

    @Test
    void oneValueAloneIsADashAndNoValueIsNothing(Screen screen) {
        assertThat(Screen.count(paint(screen, 5), INK)).isPositive();
        assertThat(Screen.count(paint(screen), INK)).isZero();
        assertThat(Screen.count(paint(screen, Double.NaN, Double.NaN), INK)).isZero();
    }
}

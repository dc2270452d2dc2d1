package org.postyard.console.widgets.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class SeverityMarkTest {
    @Test
    void eachSeverityHasItsColourAndAShapeOfItsOwn(Screen screen) {
        Set<String> shapes = new HashSet<>();
        for (Severity severity : Severity.values()) {
            ImageData drawn =
                    screen.drawn(16, 16, gc -> new SeverityMark(screen.theme()).paint(gc, severity, 3, 3, 10));
            assertThat(Screen.count(drawn, severity.colour(screen.palette())))
                    .as(severity.name())
                    .isGreaterThan(8);
            shapes.add(outline(drawn, screen));
        }
        assertThat(shapes).hasSize(Severity.values().length);
    }

    private static String outline(ImageData drawn, Screen screen) {
        boolean[] filled = new boolean[drawn.width * drawn.height];
        for (int index = 0; index < filled.length; index++)
            filled[index] = !Screen.at(drawn, index % drawn.width, index / drawn.width)
                    .equals(screen.palette().surface());
        return Arrays.toString(filled);
    }

    @Test
    void theWorstOfTwoIsTheLaterInTheOrder() {
        assertThat(Severity.OK.worst(Severity.WARNING)).isEqualTo(Severity.WARNING);
        assertThat(Severity.CRITICAL.worst(Severity.UNKNOWN)).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.UNKNOWN.worseThan(Severity.NOTICE)).isTrue();
    }
}

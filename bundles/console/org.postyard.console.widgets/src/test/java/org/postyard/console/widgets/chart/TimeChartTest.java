package org.postyard.console.widgets.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.gallery.SampleCurves;

@NeedsDisplay
class TimeChartTest {
    private static final Instant NOW = Instant.parse("2026-03-14T12:00:00Z");

    private static TimeChart chart(Screen screen) {
        TimeChart chart = new TimeChart(screen.shell(), NOW, Duration.ofSeconds(1_000), ZoneOffset.UTC);
        chart.curves(List.of(
                SampleCurves.walk("a", "First", "ms", 1_000, NOW, 1),
                SampleCurves.walk("b", "Second", "/s", 1_000, NOW, 2)));
        screen.open(700, 320);
        return chart;
    }

    @Test
    void theWheelZoomsAtThePointer(Screen screen) {
        TimeChart chart = chart(screen);
        Rectangle plot = chart.plot();
        int x = plot.x + plot.width / 4;
        long under = chart.window().at((double) (x - plot.x) / plot.width);
        screen.wheel(chart, x, plot.y + 10, 3);
        assertThat(chart.window().lengthMillis()).isEqualTo(800_000);
        assertThat(chart.window().at((double) (x - plot.x) / plot.width)).isCloseTo(under, offset(2L));
        assertThat(chart.following()).isFalse();
    }

    @Test
    void aWheelThatIsLeftToThePageDoesNotZoom(Screen screen) {
        TimeChart chart = chart(screen);
        chart.leaveWheel();
        screen.wheel(chart, chart.plot().x + 10, chart.plot().y + 10, 3);
        assertThat(chart.following()).isTrue();
        assertThat(chart.window().lengthMillis()).isEqualTo(1_000_000);
    }

    @Test
    void draggingMarksARangeAndShiftMovesInTime(Screen screen) {
        TimeChart chart = chart(screen);
        Rectangle plot = chart.plot();
        TimeWindow before = chart.window();
        screen.drag(chart, plot.x + plot.width / 2, plot.y + 20, plot.x + plot.width * 3 / 4, plot.y + 20, 0);
        assertThat(chart.window().lengthMillis()).isBetween(240_000L, 260_000L);
        assertThat(chart.window().fromMillis()).isBetween(before.at(0.49), before.at(0.51));
        TimeWindow zoomed = chart.window();
        screen.drag(chart, plot.x + 10, plot.y + 20, plot.x + 110, plot.y + 20, SWT.SHIFT);
        assertThat(chart.window().fromMillis()).isLessThan(zoomed.fromMillis());
        assertThat(chart.window().lengthMillis()).isEqualTo(zoomed.lengthMillis());
    }

    @Test
    void itFollowsThePresentAgainAfterADoubleClick(Screen screen) {
        TimeChart chart = chart(screen);
        List<TimeWindow> told = new ArrayList<>();
        chart.onWindow(told::add);
        screen.key(chart, SWT.ARROW_LEFT, 0);
        TimeWindow away = chart.window();
        chart.now(NOW.plusSeconds(10));
        assertThat(chart.window()).isEqualTo(away);
        screen.mouse(chart, SWT.MouseDoubleClick, 300, 100, 0);
        assertThat(chart.window().untilMillis()).isEqualTo(NOW.plusSeconds(10).toEpochMilli());
        assertThat(told).hasSize(2);
    }

    @Test
    void aGapIsDrawnAsAGapAndACurveCanBeSwitchedOff(Screen screen) {
        TimeChart chart = chart(screen);
        RGB first = screen.palette().series(0);
        RGB second = screen.palette().series(1);
        Rectangle plot = chart.plot();
        ImageData picture = chart.asImage();
        int gap = plot.x + plot.width * 5 / 8;
        assertThat(Screen.countColumn(picture, gap, first)).isZero();
        assertThat(Screen.countColumn(picture, plot.x + plot.width / 2, first)).isPositive();
        int before = Screen.count(picture, second);
        Rectangle entry = ChartGeometry.of(chart.state(), screen.theme(), chart.getClientArea())
                .legend()
                .get(1)
                .place();
        screen.click(chart, entry.x + 4, entry.y + 4, 0);
        assertThat(Screen.count(chart.asImage(), second)).isLessThan(before / 10);
    }

    @Test
    void timeWithoutNewsIsHatched(Screen screen) {
        TimeChart chart = chart(screen);
        chart.curves(List.of());
        int before = Screen.count(chart.asImage(), screen.palette().warning());
        chart.staleSince(Optional.of(NOW.minusSeconds(200)));
        assertThat(Screen.count(chart.asImage(), screen.palette().warning())).isGreaterThan(before + 50);
    }

    @Test
    void theCursorReadsValuesAndIsNotPartOfTheSavedImage(Screen screen) {
        TimeChart chart = chart(screen);
        ImageData plain = screen.picture(chart);
        ImageData saved = chart.asImage();
        screen.mouse(chart, SWT.MouseMove, chart.plot().x + 100, chart.plot().y + 40, 0);
        assertThat(screen.picture(chart).data).isNotEqualTo(plain.data);
        assertThat(chart.asImage().data).isEqualTo(saved.data);
    }

    @Test
    void theTableHasAnEmptyFieldWhereNothingIsKnown(Screen screen) {
        TimeChart chart = chart(screen);
        List<String> lines = chart.csv().get().lines().toList();
        assertThat(lines.get(0)).isEqualTo("Time,First (ms),Second (/s)");
        assertThat(lines).hasSize(1_001);
        assertThat(lines.get(1)).startsWith("2026-03-14T11:43:20Z,");
        assertThat(lines.get(625)).endsWith(",,");
    }
}

package org.postyard.console.widgets.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;
import org.postyard.console.widgets.table.CellEditing;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.GridSettings;
import org.postyard.console.widgets.table.Rows;

/** Measures how long the display's thread is busy with new rows and with painting, and prints it; no time is asserted. */
@NeedsDisplay
class GridSpeedTest {
    private static final int UPDATES = 30;

    private static final CellEditing<SampleServer> READ_ONLY = new CellEditing<>() {
        @Override
        public boolean editable(SampleServer row) {
            return false;
        }

        @Override
        public String text(SampleServer row) {
            return "";
        }

        @Override
        public Optional<String> problem(SampleServer row, String text) {
            return Optional.empty();
        }

        @Override
        public void commit(SampleServer row, String text) {}
    };

    @Test
    void twentyThousandRowsTenTimesASecond(Screen screen) {
        Grid<SampleServer> grid = new Grid<>(screen.shell(), SampleFleet.columns(READ_ONLY));
        grid.sortBy(Optional.of(new GridSettings.Sort("rate", false)));
        screen.open(1280, 800);
        List<Rows<SampleServer>> updates = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) updates.add(SampleFleet.tree(500, 40, seed));
        Image image = new Image(screen.display(), 1280, 800);
        GC gc = new GC(image);
        double[] rows = new double[UPDATES];
        double[] frames = new double[UPDATES];
        for (int update = 0; update < UPDATES; update++) {
            long start = busyNanos();
            grid.setRows(updates.get(update % updates.size()));
            rows[update] = millis(start);
            grid.print(gc);
            frames[update] = millis(start);
            screen.settle();
        }
        gc.dispose();
        image.dispose();
        assertThat(grid.lineCount()).isEqualTo(500 + 20_000);
        print("grid, 20,500 rows: new rows", rows);
        print("grid, 20,500 rows: new rows and painting", frames);
    }

    @Test
    void aDayOfSecondsInAChart(Screen screen) {
        Instant now = Instant.parse("2026-03-14T12:00:00Z");
        TimeChart chart = new TimeChart(screen.shell(), now, Duration.ofHours(24), ZoneOffset.UTC);
        chart.curves(List.of(
                SampleCurves.walk("a", "A", "/s", 86_400, now, 1), SampleCurves.walk("b", "B", "ms", 86_400, now, 2)));
        screen.open(1280, 400);
        double[] frames = new double[UPDATES];
        for (int frame = 0; frame < UPDATES; frame++) {
            long start = busyNanos();
            chart.asImage();
            frames[frame] = millis(start);
        }
        assertThat(chart.curves()).hasSize(2);
        print("chart, 2 curves of 86,400 points: painting", frames);
    }

    /** Time that this thread was at work, so that other work on the machine does not count. */
    private static long busyNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double millis(long start) {
        return (busyNanos() - start) / 1e6;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "Measured %s: median %.1f ms, longest %.1f ms at work%n",
                what,
                millis[millis.length / 2],
                millis[millis.length - 1]);
    }
}

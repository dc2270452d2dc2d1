package org.postyard.console.widgets.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.gallery.SampleCurves;

class ReductionTest {
    private static Reduction.Plot plot(long from, long until, double most) {
        return new Reduction.Plot(0, 0, 100, 100, new TimeWindow(from, until), new ValueScale(0, most, most / 5));
    }

    @Test
    void aGapDividesTheCurve() {
        Curve curve = new Curve("c", "C", "", new long[] {0, 25, 50, 75, 100}, new double[] {1, 2, Double.NaN, 4, 5});
        List<Reduction.Stroke> strokes = Reduction.of(curve, plot(0, 100, 5));
        assertThat(strokes).hasSize(2);
        assertThat(strokes.get(0).points()).containsExactly(0, 80, 25, 60);
        assertThat(strokes.get(1).points()).containsExactly(75, 20, 100, 0);
    }

    @Test
    void onePeakAmongADayOfSecondsIsStillSeen() {
        double[] values = new double[86_400];
        Arrays.fill(values, 1);
        values[43_210] = 500;
        long[] times = new long[86_400];
        for (int index = 0; index < times.length; index++) times[index] = index * 1_000L;
        List<Reduction.Stroke> strokes = Reduction.of(new Curve("c", "C", "", times, values), plot(0, 86_400_000, 500));
        assertThat(strokes).hasSize(1);
        assertThat(strokes.get(0).points()).contains(0);
        assertThat(strokes.get(0).points().length).isLessThan(101 * 2 * 4);
    }

    @Test
    void theCurveGoesToTheEdgesOfWhatIsSeen() {
        Instant now = Instant.ofEpochSecond(10_000);
        Curve curve = SampleCurves.walk("c", "C", "", 1_000, now, 1);
        long from = now.toEpochMilli() - 100_500;
        List<Reduction.Stroke> strokes = Reduction.of(curve, plot(from, from + 50_000, 1_000));
        int[] points = strokes.get(0).points();
        assertThat(points[0]).isNegative();
        assertThat(points[points.length - 2]).isGreaterThan(100);
    }
}

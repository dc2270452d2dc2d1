package org.postyard.console.widgets.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueScaleTest {
    private static List<String> labels(double least, double most) {
        ValueScale scale = ValueScale.around(least, most, 5);
        return scale.ticks().stream().map(scale::label).toList();
    }

    @Test
    void ticksAreRoundAndHoldZeroAndTheLargest() {
        assertThat(labels(3, 87)).containsExactly("0", "20", "40", "60", "80", "100");
        assertThat(labels(0.2, 0.83)).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(-30, 40)).containsExactly("-40", "-20", "0", "20", "40");
    }

    @Test
    void largeNumbersAreShort() {
        assertThat(labels(0, 48_000)).containsExactly("0", "10k", "20k", "30k", "40k", "50k");
        assertThat(labels(0, 5_300_000)).containsExactly("0", "2M", "4M", "6M");
        assertThat(labels(0, 9_000)).contains("2,000", "8,000");
    }

    @Test
    void nothingAndZeroStillHaveAnAxis() {
        assertThat(labels(Double.NaN, Double.NaN)).contains("0", "1.0");
        assertThat(labels(0, 0)).contains("0", "1.0");
    }
}

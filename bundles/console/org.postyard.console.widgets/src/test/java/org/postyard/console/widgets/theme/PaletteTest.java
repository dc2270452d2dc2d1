package org.postyard.console.widgets.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postyard.console.widgets.mark.Severity;

class PaletteTest {
    static List<Palette> palettes() {
        return List.of(Palette.light(), Palette.dark());
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textCanBeReadOnEverythingBehindIt(Palette palette) {
        for (RGB behind : List.of(
                palette.background(),
                palette.surface(),
                palette.raised(),
                palette.hover(),
                palette.selection(),
                palette.restingSelection(),
                palette.tint(palette.critical()))) {
            assertThat(Palette.contrast(palette.text(), behind)).isGreaterThan(7);
        }
        assertThat(Palette.contrast(palette.muted(), palette.surface())).isGreaterThan(4.5);
        assertThat(Palette.contrast(palette.muted(), palette.raised())).isGreaterThan(4.5);
        assertThat(Palette.contrast(palette.onAccent(), palette.accent())).isGreaterThan(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void wordsInTheColourOfASeverityCanBeRead(Palette palette) {
        for (Severity severity : Severity.values())
            assertThat(Palette.contrast(severity.colour(palette), palette.surface()))
                    .as(severity.name())
                    .isGreaterThan(4.0);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void curvesStandOutAndDifferFromEachOther(Palette palette) {
        for (int one = 0; one < palette.series().size(); one++) {
            assertThat(Palette.contrast(palette.series(one), palette.surface())).isGreaterThan(3);
            for (int other = 0; other < one; other++)
                assertThat(palette.series(one)).isNotEqualTo(palette.series(other));
        }
        assertThat(palette.series(palette.series().size())).isEqualTo(palette.series(0));
    }
}

package org.postyard.console.widgets.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Canvas;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class ThemeTest {
    @Test
    void whoFollowsIsToldOfEachChangeUntilItIsGone(Screen screen) {
        Canvas canvas = new Canvas(screen.shell(), SWT.NONE);
        List<String> seen = new ArrayList<>();
        screen.theme().follow(canvas, () -> seen.add(screen.palette().name()));
        screen.theme().use(Palette.dark());
        screen.settle();
        canvas.dispose();
        screen.theme().use(Palette.light());
        screen.settle();
        assertThat(seen).containsExactly("light", "dark");
    }

    @Test
    void whatIsNotSeenIsToldAfterWhatIs(Screen screen) {
        Canvas hidden = new Canvas(screen.shell(), SWT.NONE);
        Canvas seen = new Canvas(screen.shell(), SWT.NONE);
        screen.open(200, 100);
        hidden.setVisible(false);
        List<String> told = new ArrayList<>();
        screen.theme().follow(hidden, () -> told.add("hidden"));
        screen.theme().follow(seen, () -> told.add("seen"));
        told.clear();
        screen.theme().use(Palette.dark());
        assertThat(told).containsExactly("seen");
        screen.settle();
        assertThat(told).containsExactly("seen", "hidden");
    }

    @Test
    void largerTextMakesNewFontsAndFreesTheOldOnesLater(Screen screen) {
        Font before = screen.theme().font(TextStyle.BODY);
        int height = screen.theme().measure(TextStyle.BODY).height();
        screen.theme().useText(Optional.empty(), 16);
        assertThat(screen.theme().measure(TextStyle.BODY).height()).isGreaterThan(height);
        assertThat(before.isDisposed()).isFalse();
        screen.settle();
        assertThat(before.isDisposed()).isTrue();
        screen.theme().useText(Optional.empty(), Theme.DEFAULT_TEXT_POINTS);
    }

    @Test
    void figuresOfTheChosenFamilyAreOfOneWidth(Screen screen) {
        TextMeasure measure = screen.theme().measure(TextStyle.BODY);
        assertThat(measure.width("1111111111")).isEqualTo(measure.width("0000000000"));
        assertThat(new Typeface(screen.display()).tabular(screen.theme().family()))
                .isTrue();
    }

    @Test
    void anUnknownFamilyIsReplacedByAnInstalledOne(Screen screen) {
        String family = screen.theme().family();
        screen.theme().useText(Optional.of("No such family"), Theme.DEFAULT_TEXT_POINTS);
        assertThat(screen.theme().family()).isEqualTo(family);
    }

    @Test
    void textIsShortenedToItsRoom(Screen screen) {
        TextMeasure measure = screen.theme().measure(TextStyle.BODY);
        String shortened = measure.shorten("deferred by the receiving side", 80);
        assertThat(shortened).startsWith("def").endsWith("…");
        assertThat(measure.width(shortened)).isLessThanOrEqualTo(80);
        assertThat(measure.shorten("short", 80)).isEqualTo("short");
        assertThat(measure.shorten("nothing fits", 2)).isEmpty();
    }
}

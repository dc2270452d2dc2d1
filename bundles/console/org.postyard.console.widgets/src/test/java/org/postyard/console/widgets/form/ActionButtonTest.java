package org.postyard.console.widgets.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.postyard.console.widgets.display.NeedsDisplay;
import org.postyard.console.widgets.display.Screen;

@NeedsDisplay
class ActionButtonTest {
    @Test
    void clickSpaceAndEnterPressIt(Screen screen) {
        AtomicInteger presses = new AtomicInteger();
        ActionButton button = new ActionButton(screen.shell(), ActionButton.Weight.NORMAL)
                .text("Drain")
                .onPress(presses::incrementAndGet);
        screen.open(120, 30);
        screen.click(button, 20, 10, 0);
        screen.key(button, ' ', 0);
        screen.key(button, SWT.CR, 0);
        assertThat(presses).hasValue(3);
    }

    @Test
    void oneThatMayNotBePressedSaysWhyAndDoesNothing(Screen screen) {
        AtomicInteger presses = new AtomicInteger();
        ActionButton button = new ActionButton(screen.shell(), ActionButton.Weight.PRIMARY)
                .text("Drain")
                .tip("Take nothing new")
                .onPress(presses::incrementAndGet)
                .unless(Optional.of("Your role may not drain servers"));
        screen.open(120, 30);
        screen.click(button, 20, 10, 0);
        assertThat(presses).hasValue(0);
        assertThat(button.getToolTipText()).isEqualTo("Take nothing new\nYour role may not drain servers");
        button.unless(Optional.empty());
        button.press();
        assertThat(presses).hasValue(1);
        assertThat(button.getToolTipText()).isEqualTo("Take nothing new");
    }

    @Test
    void aPressThatEndsOutsideDoesNothing(Screen screen) {
        AtomicInteger presses = new AtomicInteger();
        ActionButton button = new ActionButton(screen.shell(), ActionButton.Weight.NORMAL).text("Delete");
        button.onPress(presses::incrementAndGet);
        screen.open(120, 30);
        screen.mouse(button, SWT.MouseDown, 20, 10, 0);
        screen.mouse(button, SWT.MouseUp, 300, 10, 0);
        assertThat(presses).hasValue(0);
    }
}

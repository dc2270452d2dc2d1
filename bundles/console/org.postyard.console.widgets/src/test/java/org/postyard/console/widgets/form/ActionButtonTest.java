package org.postyard.console.widgets.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
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

    @Test
    void aBoxKeepsTheColoursInWhichItsMarkIsSeen(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        FormRow<Button> row = form.row("Pipelining", "", parent -> new Button(parent, SWT.CHECK));
        Button untouched = new Button(form, SWT.CHECK);
        assertThat(row.field().getBackground()).isEqualTo(untouched.getBackground());
        assertThat(row.field().getForeground()).isEqualTo(untouched.getForeground());
    }

    @Test
    void aProblemTakesThePlaceOfTheHint(Screen screen) {
        FormRows form = new FormRows(screen.shell());
        FormRow<Text> row = form.text("Address", "https://host:port", "");
        screen.open(500, 200);
        int hinted = Screen.count(screen.picture(form), screen.palette().critical());
        row.problem(Optional.of("nobody answers"));
        assertThat(Screen.count(screen.picture(form), screen.palette().critical()))
                .isGreaterThan(hinted + 30);
        row.problem(Optional.empty());
        assertThat(Screen.count(screen.picture(form), screen.palette().critical()))
                .isEqualTo(hinted);
    }
}

package org.postyard.console.ui.tests;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.form.ActionButton;

/** Finds what is on the screen, as somebody who looks at it does. Belongs to the thread of the user interface. */
final class Widgets {

    private Widgets() {}

    /** All visible controls of all windows. */
    static Stream<Control> visible() {
        return Stream.of(Display.getCurrent().getShells())
                .flatMap(Widgets::within)
                .filter(Control::isVisible);
    }

    private static Stream<Control> within(Control control) {
        Stream<Control> itself = Stream.of(control);
        return control instanceof Composite composite
                ? Stream.concat(itself, Stream.of(composite.getChildren()).flatMap(Widgets::within))
                : itself;
    }

    static <T extends Control> Optional<T> find(Class<T> type, Predicate<T> which) {
        return visible().filter(type::isInstance).map(type::cast).filter(which).findFirst();
    }

    /** The action of that name. */
    static Optional<ActionButton> action(String text) {
        return find(ActionButton.class, button -> button.text().equals(text));
    }

    /** The open dialog whose title has the text in it. */
    static Optional<Shell> dialog(String title) {
        return Stream.of(Display.getCurrent().getShells())
                .filter(shell -> shell.isVisible() && shell.getText().contains(title))
                .findFirst();
    }

    /** Presses a button of the dialog. */
    static void press(Shell dialog, String text) {
        Button button = within(dialog)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text + " in " + dialog.getText()));
        button.notifyListeners(SWT.Selection, new Event());
    }
}

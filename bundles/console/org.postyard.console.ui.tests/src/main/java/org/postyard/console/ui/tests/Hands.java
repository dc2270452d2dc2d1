package org.postyard.console.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.form.ActionButton;

/** Finds controls and uses them as a person would. To be used on the thread of the user interface. */
final class Hands {

    private Hands() {}

    /** All controls of a kind below another one, in their order. */
    static <C extends Control> List<C> all(Composite top, Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Control child : top.getChildren()) {
            if (kind.isInstance(child)) {
                found.add(kind.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, kind));
            }
        }
        return found;
    }

    /** The button with these words, or with this tooltip if it has only an icon. */
    static ActionButton button(Composite top, String words) {
        return all(top, ActionButton.class).stream()
                .filter(button -> button.text().equals(words)
                        || (button.text().isEmpty()
                                && String.valueOf(button.getToolTipText()).startsWith(words)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    /** The dialog whose title contains these words, if it is open. */
    static Optional<Shell> dialog(String words) {
        return List.of(Display.getCurrent().getShells()).stream()
                .filter(shell -> shell.isVisible() && shell.getText().contains(words))
                .findFirst();
    }

    /** Presses a button of a dialog. */
    static void press(Shell dialog, String words) {
        Button button = all(dialog, Button.class).stream()
                .filter(one -> one.getText().replace("&", "").equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
        button.notifyListeners(SWT.Selection, new Event());
    }
}

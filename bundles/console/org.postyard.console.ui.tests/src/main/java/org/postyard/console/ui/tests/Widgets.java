package org.postyard.console.ui.tests;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Node;

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

    /** The text of the message that a view shows. */
    static Optional<String> notice(String part) {
        return find(Banner.class, banner -> banner.notice()
                        .filter(notice -> (notice.text() + " " + notice.whatNow()).contains(part))
                        .isPresent())
                .flatMap(Banner::notice)
                .map(Notice::text);
    }

    /** The line of a visible table that has all of the texts in it; only selected lines count where some are selected. */
    static Optional<String> row(String... texts) {
        return visible()
                .filter(Grid.class::isInstance)
                .flatMap(grid -> ((Grid<?>) grid).asText().lines())
                .filter(line -> List.of(texts).stream().allMatch(line::contains))
                .findFirst();
    }

    /** The visible table that has such a row. */
    static Optional<Grid<?>> grid(Object key) {
        return visible()
                .filter(Grid.class::isInstance)
                .<Grid<?>>map(grid -> (Grid<?>) grid)
                .filter(grid -> keys(grid.rows().roots()).anyMatch(key::equals))
                .findFirst();
    }

    private static Stream<Object> keys(List<? extends Node<?>> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node.key()), keys(node.children())));
    }

    /** The entry of the menu of a control that begins with the words. */
    static MenuItem item(Control control, String words) {
        return Stream.of(control.getMenu().getItems())
                .filter(item -> item.getText().startsWith(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + words));
    }

    /** Presses a key on a control. */
    static void key(Control control, int keyCode) {
        Event event = new Event();
        event.keyCode = keyCode;
        control.notifyListeners(SWT.KeyDown, event);
    }

    /** What is on the clipboard. */
    static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    /** A button of the dialog. */
    static Optional<Button> button(Shell dialog, String text) {
        return within(dialog)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(one -> one.getText().equals(text))
                .findFirst();
    }

    /** Presses a button of the dialog. */
    static void press(Shell dialog, String text) {
        button(dialog, text)
                .orElseThrow(() -> new AssertionError("no button " + text + " in " + dialog.getText()))
                .notifyListeners(SWT.Selection, new Event());
    }
}

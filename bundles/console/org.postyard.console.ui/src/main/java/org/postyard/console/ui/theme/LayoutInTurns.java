package org.postyard.console.ui.theme;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Lays out all windows anew: what is seen at once, and each view that nobody sees in a turn of its own, so that the window answers in between.
 * Belongs to the thread of the user interface.
 */
final class LayoutInTurns {

    private final Display display;
    private final Deque<Composite> held = new ArrayDeque<>();

    private LayoutInTurns(Display display) {
        this.display = display;
    }

    static void of(Display display) {
        LayoutInTurns turns = new LayoutInTurns(display);
        for (Shell shell : display.getShells()) {
            turns.hold(shell);
            shell.layout(true, true);
        }
        turns.next();
    }

    /** A page that is held remembers that it is to be laid out. */
    private void hold(Composite composite) {
        for (Control child : composite.getChildren()) {
            if (child instanceof Composite page && OwnLook.isOf(page) && !page.isVisible()) {
                page.setLayoutDeferred(true);
                held.add(page);
            } else if (child instanceof Composite inner) {
                hold(inner);
            }
        }
    }

    private void next() {
        if (!display.isDisposed() && !held.isEmpty()) {
            Composite page = held.remove();
            if (!page.isDisposed()) {
                page.setLayoutDeferred(false);
            }
            display.asyncExec(this::next);
        }
    }
}

package org.postyard.console.ui.dialog;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.theme.Palette;

/** Asks before something that cannot simply be taken back; says what it will touch, and names the act on the button. */
public final class Question extends ConsoleDialog {

    private final String text;

    private Question(Shell parent, String title, String text, String acceptText) {
        super(parent, title, acceptText);
        this.text = text;
    }

    /** Whether somebody said yes; waits for the answer while the rest of the user interface goes on. */
    public static boolean ask(Shell parent, String title, String text, String acceptText) {
        return new Question(parent, title, text, acceptText).open() == Window.OK;
    }

    /** Tells something that has to be read; waits until it is closed. */
    public static void tell(Shell parent, String title, String text) {
        new Question(parent, title, text, "").open();
    }

    @Override
    protected void fill(Composite page) {
        paragraph(page, text, Palette::text);
    }
}

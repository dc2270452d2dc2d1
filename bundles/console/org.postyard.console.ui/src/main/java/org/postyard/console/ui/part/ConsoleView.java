package org.postyard.console.ui.part;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.part.ViewPart;
import org.postyard.console.ui.theme.OwnLook;
import org.postyard.console.ui.thread.UiThread;
import org.postyard.console.widgets.theme.Theme;

/**
 * A view of the console: a workbench view that can reach what all views share, and whose colours and font follow the theme. It is
 * there at once, empty; its contents are made in the turns after that, so that opening it does not keep the window from answering.
 * Everything is called on the thread of the user interface.
 */
public abstract class ConsoleView extends ViewPart {

    private Making making;

    /**
     * Fills the view. The page has the colours and the font of the theme, which plain labels in it inherit. It is not seen yet, and laid
     * out when all is made; what takes long is made {@link #inNextTurn}, what needs a view that is seen waits for {@link #whenMade}.
     */
    protected abstract void createContents(Composite page);

    /** Gives the keyboard to the part of the view that wants it first; all of the view is there. */
    protected abstract void focusContents();

    @Override
    public final void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setBackgroundMode(SWT.INHERIT_DEFAULT);
        OwnLook.of(page);
        Theme theme = theme();
        theme.follow(page, () -> {
            parent.setBackground(theme.color(theme.palette().surface()));
            page.setBackground(theme.color(theme.palette().surface()));
        });
        BareFolder.around(parent);
        // A view that is moved gets another folder, and with it another size; the folder is busy until then.
        page.addListener(SWT.Resize, event -> page.getDisplay().asyncExec(() -> strip(parent)));
        making = new Making(uiThread(), page);
        making.begin(() -> createContents(page));
    }

    /**
     * Makes a part of the view in a later turn of the user interface. Only for what makes the contents: parts are made in the order in
     * which they are asked for, all that one of them asks for before the next.
     */
    protected final void inNextTurn(Runnable part) {
        making.inNextTurn(part);
    }

    /** Runs the action when all of the view is there and can be seen, which may be now; never if it is closed before. */
    public final void whenMade(Runnable action) {
        making.whenMade(action);
    }

    /** Whether all of the view is there. */
    public final boolean made() {
        return making.made();
    }

    @Override
    public final void setFocus() {
        if (making.made()) {
            focusContents();
        } else {
            making.whenMade(this::focusIfWanted);
        }
    }

    /** Somebody may have gone to another view or opened a dialog while this view was made. */
    private void focusIfWanted() {
        Shell active = getSite().getShell().getDisplay().getActiveShell();
        boolean here = active == null || active == getSite().getShell();
        if (here && getSite().getPage().getActivePart() == this) {
            focusContents();
        }
    }

    private static void strip(Composite parent) {
        if (!parent.isDisposed()) {
            BareFolder.around(parent);
        }
    }

    /** What all views share; there from {@link #createContents} on. */
    protected final Console console() {
        return Objects.requireNonNull(getSite().getService(Console.class), "the application has not been started");
    }

    /** The way to the thread of the user interface. */
    protected final UiThread uiThread() {
        return console().uiThread();
    }

    /** Palette, fonts and icons. */
    protected final Theme theme() {
        return Theme.of(getSite().getShell().getDisplay());
    }
}

package org.postyard.console.ui.part;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.thread.UiThread;
import org.postyard.console.widgets.mark.IconImage;
import org.postyard.console.widgets.theme.Theme;

/**
 * A view of the console: a workbench view that can reach what all views share, and whose icon, colours and font follow the theme.
 * Everything is called on the thread of the user interface.
 */
public abstract class ConsoleView extends ViewPart {

    /** Fills the view. The page has the colours and the font of the theme, which plain labels in it inherit. */
    protected abstract void createContents(Composite page);

    @Override
    public final void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        page.setBackgroundMode(SWT.INHERIT_DEFAULT);
        Theme theme = theme();
        theme.follow(page, () -> {
            page.setBackground(theme.color(theme.palette().surface()));
            Destination.of(getSite().getId())
                    .ifPresent(destination -> setTitleImage(IconImage.of(theme, destination.icon())));
        });
        createContents(page);
        BareFolder.around(parent);
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

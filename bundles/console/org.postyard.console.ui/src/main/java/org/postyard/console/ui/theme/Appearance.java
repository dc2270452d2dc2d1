package org.postyard.console.ui.theme;

import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Brings the preferred look to our widgets, to GTK and to the workbench. Belongs to the thread of the user interface. */
public final class Appearance {

    private static final String LIGHT = "org.postyard.console.theme.light";
    private static final String DARK = "org.postyard.console.theme.dark";

    private final Display display;
    private final Settings settings;
    private final GtkStyle gtk = new GtkStyle();
    private Optional<IWorkbench> workbench = Optional.empty();

    public Appearance(Display display, Settings settings) {
        this.display = display;
        this.settings = settings;
        settings.onLook(this::apply);
    }

    /** From now on the style sheet of the workbench follows, too. */
    public void follow(IWorkbench running) {
        workbench = Optional.of(running);
        styleWorkbench();
    }

    public void apply() {
        if (display.isDisposed()) {
            return;
        }
        Palette palette = settings.dark() ? Palette.dark() : Palette.light();
        Theme theme = Theme.of(display);
        theme.useText(settings.fontFamily(), settings.fontPoints());
        gtk.use(palette, theme.family(), theme.textPoints());
        JFaceResources.getFontRegistry()
                .put(JFaceResources.DIALOG_FONT, theme.font(TextStyle.BODY).getFontData());
        // The workbench first: its style sheet puts colours back that widgets have been given.
        styleWorkbench();
        theme.use(palette);
    }

    private void styleWorkbench() {
        workbench
                .map(running -> running.getService(IThemeEngine.class))
                .ifPresent(engine -> engine.setTheme(settings.dark() ? DARK : LIGHT, false));
    }
}

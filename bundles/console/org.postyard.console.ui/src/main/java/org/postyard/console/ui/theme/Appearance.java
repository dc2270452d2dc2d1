package org.postyard.console.ui.theme;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
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
        settings.onLook(this::change);
        OwnLook.begin(display);
    }

    /** From now on the style sheet of the workbench follows, too. */
    public void follow(IWorkbench running) {
        workbench = Optional.of(running);
        styleWorkbench();
    }

    /** When there are windows: gives them the preferred style sheet if the workbench has taken another one. */
    public void check() {
        boolean styled = workbench
                .map(running -> running.getService(IThemeEngine.class).getActiveTheme())
                .map(ITheme::getId)
                .filter(settings.dark() ? DARK::equals : LIGHT::equals)
                .isPresent();
        if (!styled) {
            styleWorkbench();
        }
    }

    /**
     * Before the first window: brings all of the look at once. GTK is told here alone whether to be dark: said later, it makes SWT lay out
     * everything, and there is nothing left that our own style does not colour.
     */
    public void apply() {
        gtk.prefer(palette());
        steps().forEach(Runnable::run);
    }

    /** Brings the look in several turns, because each of the steps goes through all widgets that there are. */
    private void change() {
        String before = text();
        List<Runnable> steps = new ArrayList<>(steps());
        steps.add(() -> {
            if (!before.equals(text())) {
                LayoutInTurns.of(display);
            }
        });
        next(steps.iterator());
    }

    private String text() {
        Theme theme = Theme.of(display);
        return theme.textPoints() + " " + theme.family();
    }

    private void next(Iterator<Runnable> steps) {
        if (!display.isDisposed() && steps.hasNext()) {
            steps.next().run();
            display.asyncExec(() -> next(steps));
        }
    }

    /** Most of what is seen first, and the workbench before that: its style sheet puts colours back that widgets have been given. */
    private List<Runnable> steps() {
        return List.of(this::useText, this::usePalette, this::styleGtk);
    }

    private void useText() {
        Theme theme = Theme.of(display);
        theme.useText(settings.fontFamily(), settings.fontPoints());
        JFaceResources.getFontRegistry()
                .put(JFaceResources.DIALOG_FONT, theme.font(TextStyle.BODY).getFontData());
    }

    private void usePalette() {
        styleWorkbench();
        Theme.of(display).use(palette());
    }

    private void styleGtk() {
        Theme theme = Theme.of(display);
        gtk.use(palette(), theme.family(), theme.textPoints());
    }

    private Palette palette() {
        return settings.dark() ? Palette.dark() : Palette.light();
    }

    private void styleWorkbench() {
        workbench
                .map(running -> running.getService(IThemeEngine.class))
                // Remembered, because the workbench takes the one that it remembers for its first window.
                .ifPresent(engine -> engine.setTheme(settings.dark() ? DARK : LIGHT, true));
    }
}

package org.postyard.console.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.internal.gtk.GDK;
import org.eclipse.swt.internal.gtk.GTK;
import org.eclipse.swt.internal.gtk.OS;
import org.eclipse.swt.internal.gtk3.GTK3;
import org.postyard.console.widgets.theme.Palette;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the fields, buttons, menus and scroll bars that GTK draws the colours and the font of the console. SWT has no public way
 * to do so, therefore this class alone reaches into it, and does without where that fails.
 */
final class GtkStyle {

    private static final Logger LOG = LoggerFactory.getLogger(GtkStyle.class);
    /** Above the theme and the settings of the desktop, below the colours that a single widget is given. */
    private static final int PRIORITY = 500;

    private Optional<Long> provider = Optional.empty();

    /** Whether what the theme of the desktop draws is to be dark. GTK looks at each widget anew after that. */
    void prefer(Palette palette) {
        try {
            OS.g_object_set(GTK.gtk_settings_get_default(), GTK.gtk_application_prefer_dark_theme, palette.isDark(), 0);
        } catch (LinkageError missing) {
            LOG.warn("This version of SWT cannot be told to be dark or light", missing);
        }
    }

    /** Gives colours and font to what GTK draws. GTK looks at each widget anew after that. */
    void use(Palette palette, String family, int points) {
        try {
            byte[] css = (style(palette, family, points) + '\0').getBytes(StandardCharsets.UTF_8);
            if (!GTK3.gtk_css_provider_load_from_data(made(), css, -1, new long[1])) {
                LOG.warn("GTK did not take the style of the console");
            }
        } catch (LinkageError missing) {
            LOG.warn("This version of SWT cannot be styled; fields and buttons look as on the desktop", missing);
        }
    }

    private long made() {
        if (provider.isEmpty()) {
            long made = GTK.gtk_css_provider_new();
            GTK3.gtk_style_context_add_provider_for_screen(GDK.gdk_screen_get_default(), made, PRIORITY);
            provider = Optional.of(made);
        }
        return provider.get();
    }

    /** The template with each {@code @name} replaced. */
    static String style(Palette palette, String family, int points) {
        Map<String, RGB> colours = Map.ofEntries(
                Map.entry("background", palette.background()),
                Map.entry("surface", palette.surface()),
                Map.entry("text", palette.text()),
                Map.entry("muted", palette.muted()),
                Map.entry("line", palette.line()),
                Map.entry("accent", palette.accent()),
                Map.entry("onaccent", palette.onAccent()),
                Map.entry("hover", palette.hover()),
                Map.entry("selection", palette.selection()),
                Map.entry("raised", palette.raised()),
                Map.entry("warning", palette.warning()));
        StringBuilder style = new StringBuilder();
        colours.forEach((name, colour) -> style.append(
                "@define-color py_%s #%02x%02x%02x;%n".formatted(name, colour.red, colour.green, colour.blue)));
        return style + template().replace("$family", family).replace("$points", Integer.toString(points));
    }

    private static String template() {
        try (InputStream input = Optional.ofNullable(GtkStyle.class.getResourceAsStream("/css/gtk.css"))
                .orElseThrow(() -> new IllegalStateException("no style for GTK in this bundle"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

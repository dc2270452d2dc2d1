package org.postyard.console.ui.preference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;

/** Preferences: look, text and refresh. A change is seen at once. */
public final class PreferencesDialog extends ConsoleDialog {

    private static final String BEST = "The best that is installed";

    private final Settings settings;

    public PreferencesDialog(Shell parent, Settings settings) {
        super(parent, "Preferences", "");
        this.settings = settings;
    }

    @Override
    protected void fill(Composite page) {
        caption(page, "Theme");
        Composite themes = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(themes);
        theme(themes, "Light, for bright rooms", false);
        theme(themes, "Dark, for control rooms and the night", true);
        caption(page, "Family of the text");
        family(page);
        caption(page, "Size of the text, in points");
        spinner(page, 7, 24, settings.fontPoints(), Settings.FONT_POINTS);
        caption(page, "Refreshes of a view per second, 1 to 10");
        spinner(page, 1, 10, settings.refreshesPerSecond(), Settings.REFRESHES_PER_SECOND);
        paragraph(
                page,
                "What is shown is never older than the runtime's last second; fewer refreshes spare the processor of"
                        + " this computer.",
                Palette::muted);
    }

    private void theme(Composite parent, String text, boolean dark) {
        Button button = new Button(parent, SWT.RADIO);
        button.setText(text);
        button.setSelection(settings.dark() == dark);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                settings.dark(dark);
            }
        });
    }

    private void family(Composite page) {
        Combo combo = new Combo(page, SWT.DROP_DOWN | SWT.READ_ONLY);
        List<String> installed = Arrays.stream(page.getDisplay().getFontList(null, true))
                .map(FontData::getName)
                .distinct()
                .sorted()
                .toList();
        combo.setItems(Stream.concat(Stream.of(BEST), installed.stream()).toArray(String[]::new));
        combo.select(Math.max(0, combo.indexOf(settings.fontFamily().orElse(BEST))));
        combo.addListener(SWT.Selection, event -> settings.store()
                .setValue(Settings.FONT_FAMILY, combo.getSelectionIndex() == 0 ? "" : combo.getText()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
    }

    private void spinner(Composite page, int least, int most, int value, String key) {
        Spinner spinner = new Spinner(page, SWT.BORDER);
        spinner.setValues(value, least, most, 0, 1, 1);
        spinner.addListener(SWT.Selection, event -> settings.store().setValue(key, spinner.getSelection()));
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .hint(96, SWT.DEFAULT)
                .applyTo(spinner);
    }
}

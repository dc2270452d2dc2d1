package org.postyard.console.ui.fleet;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The line below the table that says in full why the selected row is in its state. */
final class FleetDetail extends Composite {

    private final Label words;
    private final Theme theme;
    private String shown = "";

    FleetDetail(Composite parent) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        GridLayoutFactory.fillDefaults().margins(12, 6).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        words = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(400, SWT.DEFAULT)
                .minSize(100, theme.measure(TextStyle.BODY).height() + 2)
                .applyTo(words);
        theme.follow(this, () -> {
            setBackground(theme.color(theme.palette().background()));
            words.setBackground(theme.color(theme.palette().background()));
            theme.useFont(words, TextStyle.BODY);
        });
        show(List.of());
    }

    void show(List<FleetRow> selected) {
        String text = selected.size() == 1
                ? sentence(selected.get(0))
                : "Select a site, a server or a source to read why it is in its state.";
        words.setForeground(theme.color(
                selected.size() == 1
                        ? Marks.of(selected.get(0).severity()).colour(theme.palette())
                        : theme.palette().muted()));
        if (!text.equals(shown)) {
            shown = text;
            words.setText(text);
            words.setSize(0, 0);
            getParent().layout(true, true);
        }
    }

    private static String sentence(FleetRow row) {
        boolean saysTheState = row.reason().startsWith(row.state());
        String why = saysTheState || row.reason().isEmpty() ? "" : ": ";
        String detail = row.detail().isEmpty() ? "" : "  (" + row.detail() + ")";
        return row.label() + " – " + (saysTheState ? "" : row.state()) + why + row.reason() + detail;
    }
}

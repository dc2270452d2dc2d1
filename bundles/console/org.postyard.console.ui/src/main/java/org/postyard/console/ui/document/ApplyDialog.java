package org.postyard.console.ui.document;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;

/** Shows what a document would change, and asks why it is to be applied. */
final class ApplyDialog extends ConsoleDialog {

    private static final int MOST_CHANGES = 14;

    private final List<String> changes;
    private Text reason;
    private String given = "";

    ApplyDialog(Shell parent, List<String> changes) {
        super(parent, "Apply the fleet document", "Apply");
        this.changes = changes;
    }

    @Override
    protected void fill(Composite page) {
        caption(page, "What changes");
        String text = changes.isEmpty()
                ? "Nothing: it means the same as the document in force."
                : changes.stream().limit(MOST_CHANGES).collect(Collectors.joining("\n"))
                        + (changes.size() > MOST_CHANGES ? "\n… and " + (changes.size() - MOST_CHANGES) + " more" : "");
        paragraph(page, text, Palette::text);
        reason = field(page, "Reason, for the list of versions", "", SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        reason.setFocus();
        paragraph(
                page,
                "It is in force within a second, without a restart. Rolling back to the version before undoes it.",
                Palette::muted);
    }

    @Override
    protected void okPressed() {
        given = reason.getText().strip();
        super.okPressed();
    }

    String reason() {
        return given;
    }
}

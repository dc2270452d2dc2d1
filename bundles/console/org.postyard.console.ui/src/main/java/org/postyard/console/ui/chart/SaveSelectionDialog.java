package org.postyard.console.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.dialog.ConsoleDialog;

/** Asks for the name to save a selection of curves under. */
final class SaveSelectionDialog extends ConsoleDialog {

    private String name = "";

    SaveSelectionDialog(Shell parent) {
        super(parent, "Save these curves", "Save");
    }

    @Override
    protected void fill(Composite page) {
        Text field = field(page, "Name", name, SWT.NONE);
        field.addListener(SWT.Modify, event -> name = field.getText().strip());
        field.setFocus();
    }

    /** What was typed; empty for nothing. */
    String name() {
        return name;
    }
}

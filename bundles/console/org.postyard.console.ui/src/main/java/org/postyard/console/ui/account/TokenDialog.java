package org.postyard.console.ui.account;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.KeyCreated;

/** Shows a new API key, this once. */
final class TokenDialog extends ConsoleDialog {

    private final KeyCreated created;

    TokenDialog(Shell parent, KeyCreated created) {
        super(parent, "API key of " + created.key().name(), "");
        this.created = created;
    }

    @Override
    protected void fill(Composite page) {
        paragraph(page, "Copy it now: it is not shown again, and the runtime keeps only a hash.", Palette::text);
        field(page, "Key", created.token(), SWT.READ_ONLY);
        Button copy = new Button(page, SWT.PUSH);
        copy.setText("Copy");
        copy.addListener(SWT.Selection, event -> {
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {created.token()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        });
    }
}

package org.postyard.console.ui.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.KeyRequest;

/** Asks for name, role and end of an API key. */
final class KeyDialog extends ConsoleDialog {

    private static final String[] ROLES = {"viewer", "operator", "integrator", "admin"};
    private static final String[] ENDS = {"never", "after 30 days", "after 90 days", "after a year"};
    private static final int[] DAYS = {0, 30, 90, 365};

    private Text name;
    private Combo role;
    private Combo end;
    private Optional<KeyRequest> request = Optional.empty();

    KeyDialog(Shell parent) {
        super(parent, "New API key", "Create");
    }

    @Override
    protected void fill(Composite page) {
        name = field(page, "Who or what will use it", "", SWT.NONE);
        role = choice(page, "Role", ROLES);
        end = choice(page, "Ends", ENDS);
        paragraph(
                page,
                "The key is shown once, right after it was made. Programs send it as 'Authorization: Bearer …'.",
                Palette::muted);
    }

    private Combo choice(Composite page, String text, String[] items) {
        caption(page, text);
        Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setItems(items);
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    @Override
    protected void okPressed() {
        int days = DAYS[end.getSelectionIndex()];
        Optional<Instant> expires =
                days == 0 ? Optional.empty() : Optional.of(Instant.now().plus(Duration.ofDays(days)));
        request = Optional.of(new KeyRequest(name.getText().strip(), role.getText(), expires));
        super.okPressed();
    }

    Optional<KeyRequest> request() {
        return request;
    }
}

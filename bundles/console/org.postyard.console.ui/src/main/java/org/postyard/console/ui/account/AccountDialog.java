package org.postyard.console.ui.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.protocol.AccountView;

/** Asks for name, roles and password of an account, or for what is to be changed of one that is there. */
final class AccountDialog extends ConsoleDialog {

    private static final List<String> ROLES = List.of("viewer", "operator", "integrator", "admin");
    private static final List<String> MEANINGS = List.of(
            "viewer: sees everything but addresses",
            "operator: also steers servers and queues, reads messages",
            "integrator: also changes plug-ins and settings",
            "admin: may do everything");
    private static final int SHORTEST_PASSWORD = 12;

    private final Optional<AccountView> present;
    private final Map<String, Button> roles = new LinkedHashMap<>();
    private Text name;
    private Text password;
    private Button shell;
    private String givenName = "";
    private String givenPassword = "";
    private List<String> givenRoles = List.of();
    private boolean givenShell;

    AccountDialog(Shell parent, Optional<AccountView> present) {
        super(
                parent,
                present.map(account -> "Change " + account.name()).orElse("New account"),
                present.isPresent() ? "Change" : "Create");
        this.present = present;
    }

    @Override
    protected void fill(Composite page) {
        name = field(page, "Name", present.map(AccountView::name).orElse(""), SWT.NONE);
        name.setEnabled(present.isEmpty());
        caption(page, "Roles");
        for (int index = 0; index < ROLES.size(); index++) {
            String role = ROLES.get(index);
            Button box = box(page, MEANINGS.get(index));
            box.setSelection(
                    present.filter(account -> account.roles().contains(role)).isPresent());
            roles.put(role, box);
        }
        shell = box(page, "may also log in to the shell (ssh)");
        shell.setSelection(present.filter(AccountView::shell).isPresent());
        String caption = present.isPresent() ? "New password; leave empty to keep the present one" : "Password";
        password = field(page, caption, "", SWT.PASSWORD);
        password.setMessage("at least " + SHORTEST_PASSWORD + " characters");
        paragraph(page, "Only a hash of it is kept on the runtime.", Palette::muted);
        name.addListener(SWT.Modify, event -> check());
        password.addListener(SWT.Modify, event -> check());
    }

    private Button box(Composite page, String text) {
        Button box = new Button(page, SWT.CHECK);
        box.setText(text);
        box.addListener(SWT.Selection, event -> check());
        return box;
    }

    @Override
    protected Control createButtonBar(Composite parent) {
        Control bar = super.createButtonBar(parent);
        check();
        return bar;
    }

    private void check() {
        boolean enough = password.getText().length() >= SHORTEST_PASSWORD;
        boolean fine = !name.getText().isBlank()
                && roles.values().stream().anyMatch(Button::getSelection)
                && (enough || (present.isPresent() && password.getText().isEmpty()));
        Button accept = getButton(IDialogConstants.OK_ID);
        if (accept != null) {
            accept.setEnabled(fine);
        }
    }

    @Override
    protected void okPressed() {
        givenName = name.getText().strip();
        givenPassword = password.getText();
        givenRoles = roles.entrySet().stream()
                .filter(entry -> entry.getValue().getSelection())
                .map(Map.Entry::getKey)
                .toList();
        givenShell = shell.getSelection();
        super.okPressed();
    }

    String name() {
        return givenName;
    }

    /** Empty if the present one is to be kept. */
    String password() {
        return givenPassword;
    }

    List<String> roles() {
        return givenRoles;
    }

    boolean shellAllowed() {
        return givenShell;
    }
}

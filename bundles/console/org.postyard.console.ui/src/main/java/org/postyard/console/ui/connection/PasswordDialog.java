package org.postyard.console.ui.connection;

import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.ui.dialog.Remark;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.theme.Palette;

/**
 * Asks for the password or the API key of a saved connection, and tries it. Stays until the connection is live; a secret that is not right
 * is said to be so, forgotten, and asked for again.
 */
final class PasswordDialog extends ConsoleDialog {

    private static final int LOOK_MILLIS = 150;

    private final Console console;
    private final SavedConnection connection;
    private final String wanted;
    private Text secret;
    private Button keep;
    private Remark remark;
    private Optional<LinkState> before = Optional.empty();
    private boolean trying;
    private boolean approvalWanted;

    PasswordDialog(Shell parent, Console console, SavedConnection connection) {
        super(parent, wanted(connection) + " of " + connection.name(), "Connect");
        this.console = console;
        this.connection = connection;
        this.wanted = wanted(connection);
    }

    private static String wanted(SavedConnection connection) {
        return connection.account().isEmpty() ? "API key" : "Password";
    }

    /** Whether it was closed because somebody has to look at the certificate. */
    boolean approvalWanted() {
        return approvalWanted;
    }

    @Override
    protected void fill(Composite page) {
        boolean key = connection.account().isEmpty();
        String who = key ? "" : ", account " + connection.account();
        paragraph(page, connection.url() + who, Palette::muted);
        secret = field(page, key ? wanted : wanted + " of " + connection.account(), "", SWT.PASSWORD);
        keep = new Button(page, SWT.CHECK);
        keep.setText("Keep it on this computer, encrypted");
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(keep);
        remark = remark(page);
        link().map(LinkState::reason)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> remark.say(reason, false));
        console.connections().keepsSecret(connection.name()).thenAccept(kept -> console.uiThread()
                .show(keep, () -> keep.setSelection(kept)));
        secret.getDisplay().asyncExec(this::focus);
    }

    private void focus() {
        if (!secret.isDisposed()) {
            secret.setFocus();
            secret.selectAll();
        }
    }

    private Optional<LinkState> link() {
        return console.connections().link(connection.name());
    }

    @Override
    protected void okPressed() {
        if (secret.getText().isEmpty()) {
            remark.say("Enter it first; Cancel leaves the connection closed.", true);
            focus();
            return;
        }
        before = link();
        trying = true;
        remark.say("Connecting…", false);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        console.connections()
                .signIn(connection, secret.getText(), keep.getSelection())
                .whenComplete((done, problem) -> console.uiThread().show(remark.label(), () -> begun(problem)));
    }

    private void begun(Throwable problem) {
        if (problem == null) {
            watch();
        } else {
            again("It could not be kept: " + problem.getMessage());
        }
    }

    private void watch() {
        if (remark.label().isDisposed() || !trying) {
            return;
        }
        // What was known before the press is no answer to it.
        Optional<LinkState> now = link().filter(link -> !before.equals(Optional.of(link)));
        if (now.isEmpty() || !settled(now.get())) {
            remark.label().getDisplay().timerExec(LOOK_MILLIS, this::watch);
        }
    }

    /** Shows the state; whether there is nothing more to wait for. */
    private boolean settled(LinkState link) {
        return link.fold(new LinkState.Cases<>() {
            @Override
            public Boolean connecting(LinkState.Connecting connecting) {
                return false;
            }

            @Override
            public Boolean live(LinkState.Live live) {
                trying = false;
                PasswordDialog.super.okPressed();
                return true;
            }

            @Override
            public Boolean stale(LinkState.Stale stale) {
                String trouble = stale.reason() + " The console goes on trying.";
                if (!remark.text().equals(trouble)) {
                    remark.say(trouble, true);
                }
                return false;
            }

            @Override
            public Boolean refused(LinkState.Refused refused) {
                if (refused.wanted() == LinkState.Wanted.APPROVAL) {
                    trying = false;
                    approvalWanted = true;
                    PasswordDialog.super.okPressed();
                } else {
                    again(refused.reason());
                }
                return true;
            }
        });
    }

    private void again(String why) {
        trying = false;
        // Tried again by itself, it would only lock the account.
        console.connections().forgetSecret(connection.name());
        remark.say(why, true);
        getButton(IDialogConstants.OK_ID).setEnabled(true);
        focus();
    }

    @Override
    protected void cancelPressed() {
        if (trying) {
            trying = false;
            console.connections().withdrawSecret(connection.name());
        }
        super.cancelPressed();
    }
}

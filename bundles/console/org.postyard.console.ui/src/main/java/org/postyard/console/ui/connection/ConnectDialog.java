package org.postyard.console.ui.connection;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.connection.PresentedCertificate;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.dialog.ConsoleDialog;
import org.postyard.console.ui.dialog.Remark;
import org.postyard.console.ui.part.Console;

/** Connects to a runtime: address, account and password, then its certificate if nobody approved it yet. Stays until it is live. */
public final class ConnectDialog extends ConsoleDialog {

    private static final int LOOK_MILLIS = 150;

    private final Console console;
    private final Optional<SavedConnection> known;
    private Text address;
    private Text name;
    private Text account;
    private Text secret;
    private Button keep;
    private Remark remark;
    private CertificatePane certificatePane;
    private Optional<SavedConnection> tried = Optional.empty();
    private Optional<PresentedCertificate> shown = Optional.empty();
    private boolean nameTyped;
    private boolean watching;

    /**
     * @param known a saved connection to begin with
     */
    public ConnectDialog(Shell parent, Console console, Optional<SavedConnection> known) {
        super(parent, known.isPresent() ? "Connect" : "Connect to a runtime", "Connect");
        this.console = console;
        this.known = known;
    }

    @Override
    protected void fill(Composite page) {
        String url = known.map(SavedConnection::url).map(URI::toString).orElse("https://127.0.0.1:8443");
        address = field(page, "Address of the control API", url, SWT.NONE);
        name = field(
                page, "Name in this console", known.map(SavedConnection::name).orElse("Local"), SWT.NONE);
        name.setEnabled(known.isEmpty());
        account = field(
                page,
                "Account (empty: sign in with an API key)",
                known.map(SavedConnection::account).orElse("admin"),
                SWT.NONE);
        secret = field(page, "Password or API key", "", SWT.PASSWORD);
        secret.setMessage(known.isPresent() ? "unchanged" : "");
        keep = new Button(page, SWT.CHECK);
        keep.setText("Keep it on this computer, encrypted");
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(keep);
        certificatePane = new CertificatePane(page);
        remark = remark(page);
        name.addListener(SWT.KeyDown, event -> nameTyped |= writes(event.character));
        address.addListener(SWT.Modify, event -> suggestName());
        known.ifPresent(connection -> console.connections()
                .keepsSecret(connection.name())
                .thenAccept(kept -> console.uiThread().show(keep, () -> keep.setSelection(kept))));
        secret.getDisplay().asyncExec(this::begin);
    }

    /** A certificate that waits for approval is what this dialog was opened for. */
    private void begin() {
        if (secret.isDisposed()) {
            return;
        }
        focusFirst();
        known.flatMap(connection -> console.connections().link(connection.name()))
                .filter(link -> link instanceof LinkState.Refused refused
                        && refused.certificate().isPresent())
                .ifPresent(link -> {
                    tried = known;
                    settled(link);
                });
    }

    /** Keys that only lead on, as tab, write no name. */
    private static boolean writes(char key) {
        return key >= ' ' || key == SWT.BS;
    }

    private void focusFirst() {
        Text first = known.isPresent() ? secret : address;
        first.setFocus();
        // What stands there is a proposal; whoever types means another one.
        first.selectAll();
    }

    private void suggestName() {
        if (known.isPresent() || nameTyped) {
            return;
        }
        try {
            String host = SavedConnection.urlOf(address.getText()).getHost();
            name.setText(host.equals("127.0.0.1") || host.equals("localhost") ? "Local" : host);
        } catch (IllegalArgumentException halfTyped) {
            name.setText("");
        }
    }

    @Override
    protected void okPressed() {
        // What becomes of the trial before is no answer to this one.
        watching = false;
        try {
            connect();
        } catch (IllegalArgumentException problem) {
            remark.say(problem.getMessage(), true);
        }
    }

    private void follow(CompletionStage<Void> saving) {
        remark.say("Connecting…", false);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        saving.whenComplete((done, problem) -> console.uiThread().show(remark.label(), () -> {
            if (problem != null) {
                remark.say("The connection could not be saved: " + problem.getMessage(), true);
                getButton(IDialogConstants.OK_ID).setEnabled(true);
            } else {
                console.current().choose(tried.orElseThrow().name());
                watching = true;
                watch();
            }
        }));
    }

    private void connect() {
        URI url = SavedConnection.urlOf(address.getText());
        SavedConnection connection = new SavedConnection(
                name.getText().strip(), url, account.getText().strip(), pinned(url));
        if (known.isEmpty() && console.connections().find(connection.name()).isPresent() && tried.isEmpty()) {
            remark.say("There is a connection of this name already; choose another name.", true);
            return;
        }
        if (known.isEmpty() && secret.getText().isEmpty()) {
            remark.say("Enter the password of the account, or an API key.", true);
            return;
        }
        // One that was tried under another name was not what was meant.
        tried.filter(before -> known.isEmpty() && !before.name().equals(connection.name()))
                .ifPresent(before -> console.connections().forget(before.name()));
        tried = Optional.of(connection);
        shown = Optional.empty();
        Optional<String> entered = Optional.of(secret.getText()).filter(text -> !text.isEmpty());
        follow(console.connections().connect(connection, entered, keep.getSelection()));
    }

    /** The certificate that is approved by this press, or was before: also a moment ago, before the password was corrected. */
    private Optional<String> pinned(URI url) {
        Optional<SavedConnection> there = tried.filter(before -> before.url().equals(url));
        return there.flatMap(before -> shown)
                .map(PresentedCertificate::fingerprint)
                .or(() -> known.or(() ->
                                there.flatMap(before -> console.connections().find(before.name())))
                        .flatMap(SavedConnection::fingerprint));
    }

    private void watch() {
        if (remark.label().isDisposed() || tried.isEmpty() || !watching) {
            return;
        }
        Optional<LinkState> link = console.connections()
                .runtimes()
                .find(tried.get().name())
                .map(runtime -> runtime.snapshot().link());
        if (link.map(this::settled).orElse(false)) {
            return;
        }
        remark.label().getDisplay().timerExec(LOOK_MILLIS, this::watch);
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
                ConnectDialog.super.okPressed();
                return true;
            }

            @Override
            public Boolean stale(LinkState.Stale stale) {
                String trouble = stale.reason() + " The console goes on trying.";
                // Said once: whoever corrects the address meanwhile keeps the keyboard.
                if (!remark.text().equals(trouble)) {
                    remark.say(trouble, true);
                    again("Connect");
                }
                return false;
            }

            @Override
            public Boolean refused(LinkState.Refused refused) {
                refused.certificate().ifPresentOrElse(this::certificate, () -> {
                    remark.say(refused.reason(), true);
                    again("Connect");
                    forgetWhatIsNotRight(refused);
                });
                return true;
            }

            private void forgetWhatIsNotRight(LinkState.Refused refused) {
                if (refused.wantsSecret() && !secret.getText().isEmpty()) {
                    // Tried again by itself, it would only lock the account.
                    console.connections().forgetSecret(tried.orElseThrow().name());
                    secret.setFocus();
                    secret.selectAll();
                }
            }

            private void certificate(PresentedCertificate certificate) {
                remark.say("", false);
                shown = Optional.of(certificate);
                boolean changed = known.flatMap(SavedConnection::fingerprint).isPresent();
                Button button = again(changed ? "Approve the new one" : "Approve and connect");
                certificatePane.show(certificate, changed, button::setEnabled);
                getShell().pack();
            }
        });
    }

    private Button again(String text) {
        Button button = getButton(IDialogConstants.OK_ID);
        button.setText(text);
        button.setEnabled(true);
        setButtonLayoutData(button);
        button.requestLayout();
        button.setFocus();
        return button;
    }
}

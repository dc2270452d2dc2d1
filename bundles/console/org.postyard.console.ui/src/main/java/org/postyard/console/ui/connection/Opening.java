package org.postyard.console.ui.connection;

import java.util.Optional;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.part.Console;

/**
 * Opens a saved connection for somebody who wants it open, and asks for what is missing: its password or key, or a look at its certificate.
 * Connections that open by themselves do not ask. Belongs to the thread of the user interface.
 */
public final class Opening {

    private static final int LOOK_MILLIS = 150;
    private static final int LOOKS = 200;

    private final Shell parent;
    private final Console console;

    public Opening(Shell parent, Console console) {
        this.parent = parent;
        this.console = console;
    }

    /** Opens it, or tries again at once; asks now or, once the runtime has answered, later. */
    public void open(SavedConnection connection) {
        if (link(connection).filter(Opening::asks).isPresent()) {
            ask(connection);
            return;
        }
        console.connections().reconnect(connection.name()).thenRun(() -> console.uiThread()
                .show(parent, () -> follow(connection, LOOKS)));
    }

    /** Whether a person has to give something before this connection opens. */
    public static boolean asks(LinkState link) {
        return link.wantsSecret() || wantsApproval(link);
    }

    private static boolean wantsApproval(LinkState link) {
        return link instanceof LinkState.Refused refused && refused.wanted() == LinkState.Wanted.APPROVAL;
    }

    private Optional<LinkState> link(SavedConnection connection) {
        return console.connections().link(connection.name());
    }

    private void follow(SavedConnection connection, int left) {
        Optional<LinkState> link = link(connection);
        if (link.isEmpty() || link.get().live() || left == 0) {
            return;
        }
        if (asks(link.get())) {
            askUnlessBusy(connection);
        } else if (!(link.get() instanceof LinkState.Refused)) {
            parent.getDisplay()
                    .timerExec(LOOK_MILLIS, () -> console.uiThread().show(parent, () -> follow(connection, left - 1)));
        }
    }

    /** Whoever is in another dialog by now is not interrupted; the state says what is missing. */
    private void askUnlessBusy(SavedConnection connection) {
        Shell active = parent.getDisplay().getActiveShell();
        if (active == null || active == parent) {
            ask(connection);
        }
    }

    private void ask(SavedConnection connection) {
        if (link(connection).filter(Opening::wantsApproval).isPresent()) {
            approve(connection);
            return;
        }
        PasswordDialog dialog = new PasswordDialog(parent, console, connection);
        if (dialog.open() == Window.OK && dialog.approvalWanted()) {
            approve(connection);
        }
    }

    private void approve(SavedConnection connection) {
        new ConnectDialog(parent, console, Optional.of(connection)).open();
    }
}

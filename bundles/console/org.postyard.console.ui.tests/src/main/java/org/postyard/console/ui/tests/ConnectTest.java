package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;

/** Connects to a real runtime as a person does: address, account and password, then its certificate. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class ConnectTest {

    private static final String TITLE = "Connect to a runtime";
    private static final String NAME = "By hand";

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    ConnectTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void theDialogShowsTheCertificateAsksForTheRightPasswordAndClosesWhenTheConnectionIsLive() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.CONNECTIONS);
            return true;
        });
        workbench.later(() -> new Commands(workbench.window()).run(Commands.CONNECT));
        workbench.untilShown(() -> Widgets.dialog(TITLE));
        workbench.screenshot("connect");
        String address = connected.address().toString();
        String password = connected.password();
        workbench.on(() -> {
            Shell dialog = Widgets.dialog(TITLE).orElseThrow();
            List<Text> fields = Hands.all(dialog, Text.class);
            fields.get(0).setText(address);
            fields.get(1).setText(NAME);
            fields.get(2).setText("admin");
            fields.get(3).setText("not the password");
            Widgets.press(dialog, "Connect");
            return true;
        });
        workbench.untilShown(() -> Widgets.dialog(TITLE)
                .filter(shell -> Widgets.button(shell, "Approve and connect").isPresent()));
        workbench.screenshot("approve-a-certificate");
        press("Approve and connect");
        workbench.untilShown(() -> Widgets.dialog(TITLE).filter(shell -> Hands.all(shell, Label.class).stream()
                .anyMatch(label -> label.getText().contains("are not right"))));
        // The certificate was approved; the right password is all that is wanted.
        workbench.on(() -> {
            Hands.all(Widgets.dialog(TITLE).orElseThrow(), Text.class).get(3).setText(password);
            return true;
        });
        press("Connect");
        RunningWorkbench.until(this::closed);
        assertThat(connected
                        .console()
                        .connections()
                        .runtimes()
                        .find(NAME)
                        .orElseThrow()
                        .snapshot()
                        .link()
                        .live())
                .isTrue();
        connected.console().connections().forget(NAME).toCompletableFuture().get();
        connected.console().current().choose(ConnectedRuntime.NAME);
    }

    private void press(String button) throws Exception {
        workbench.on(() -> {
            Widgets.press(Widgets.dialog(TITLE).orElseThrow(), button);
            return true;
        });
    }

    private boolean closed() {
        try {
            return workbench.on(() -> Widgets.dialog(TITLE).isEmpty());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}

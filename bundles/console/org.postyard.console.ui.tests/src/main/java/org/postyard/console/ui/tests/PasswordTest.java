package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.link.ConnectionDesk;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.table.Grid;

/** A saved connection whose password is not kept: what is said of it, and how it is asked for. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class PasswordTest {

    private static final String NAME = "Not kept";
    private static final String TITLE = "Password of " + NAME;

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    PasswordTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    /** As after a start of the console: the connection is saved, its password is not. */
    @BeforeEach
    void aConnectionWithoutItsPassword() throws Exception {
        connected.connect(NAME, connected.live().connection().fingerprint());
        RunningWorkbench.until(() -> link().filter(LinkState::live).isPresent());
        desk().disconnect(NAME);
        done(desk().forgetSecret(NAME));
    }

    @AfterEach
    void forget() throws Exception {
        done(desk().forget(NAME));
        connected.console().current().choose(ConnectedRuntime.NAME);
    }

    @Test
    void aConnectionThatOpensByItselfSaysWhatIsMissingAndOneKeyAsksForItUntilItIsRight() throws Exception {
        done(desk().reconnect(NAME));
        RunningWorkbench.until(() -> link().filter(LinkState::wantsSecret).isPresent());
        connected.console().current().choose(NAME);
        go(Destination.FLEET);
        workbench.screenshot("password-needed");
        assertThat(workbench.on(() -> Widgets.dialog("Postyard –"))).isEmpty();

        workbench.later(() -> new Commands(workbench.window()).run(Commands.SIGN_IN));
        workbench.untilShown(() -> Widgets.dialog(TITLE));
        enter("not the password");
        workbench.untilShown(() -> Widgets.dialog(TITLE).filter(PasswordTest::saysThatItIsNotRight));
        workbench.screenshot("password-not-right");
        enter(connected.password());
        RunningWorkbench.until(this::closed);
        assertThat(link().orElseThrow().live()).isTrue();
    }

    @Test
    void enterInTheTableOpensAConnectionAndCancelLeavesItClosedAndSaysHow() throws Exception {
        go(Destination.CONNECTIONS);
        workbench.untilShown(() -> Widgets.row(NAME, "closed", "Press Enter to open it."));
        workbench.later(() -> {
            Grid<?> table = Widgets.grid(NAME).orElseThrow();
            table.select(List.of(NAME));
            Widgets.key(table, SWT.CR);
        });
        workbench.untilShown(() -> Widgets.dialog(TITLE));
        workbench.on(() -> {
            Widgets.press(Widgets.dialog(TITLE).orElseThrow(), "Cancel");
            return true;
        });
        workbench.untilShown(() -> Widgets.row(NAME, "password needed", "Press Enter."));
        assertThat(workbench.on(() -> Widgets.dialog(TITLE))).isEmpty();
    }

    private static boolean saysThatItIsNotRight(Shell dialog) {
        boolean said = Hands.all(dialog, Label.class).stream()
                .anyMatch(label -> label.getText().contains("are not right"));
        boolean ready =
                Widgets.button(dialog, "Connect").filter(Button::isEnabled).isPresent();
        return said && ready;
    }

    private void enter(String password) throws Exception {
        workbench.on(() -> {
            Shell dialog = Widgets.dialog(TITLE).orElseThrow();
            Hands.all(dialog, Text.class).get(0).setText(password);
            Widgets.press(dialog, "Connect");
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

    private void go(Destination destination) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(destination);
            return true;
        });
    }

    private ConnectionDesk desk() {
        return connected.console().connections();
    }

    private Optional<LinkState> link() {
        return desk().link(NAME);
    }

    private static void done(CompletionStage<Void> work) throws Exception {
        work.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}

package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.table.Grid;

/** Does to a real runtime what people do in the Fleet view, and watches it happen there. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class FleetActionTest {

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    FleetActionTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void aServerIsDrainedAfterAQuestionAndGivenBackByUndo() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.FLEET);
            return true;
        });
        workbench.untilShown(FleetActionTest::fleetGrid);
        workbench.on(() -> {
            fleetGrid().orElseThrow().select(List.of("SERVER:yard-1"));
            return true;
        });
        press("Drain");
        workbench.untilShown(() -> Widgets.dialog("Drain server yard-1?"));
        workbench.screenshot("drain-a-server");
        workbench.on(() -> {
            Widgets.press(Widgets.dialog("Drain server yard-1?").orElseThrow(), "Drain");
            return true;
        });
        RunningWorkbench.until(() -> "draining".equals(state("yard-1")));
        workbench.untilShown(() -> Widgets.action("Undo"));
        workbench.screenshot("drained");
        press("Undo");
        RunningWorkbench.until(() -> "active".equals(state("yard-1")));
    }

    @Test
    void aCertificateThatIsNotTheApprovedOneIsRefusedInClearWords() throws Exception {
        connected.connect("Impostor", Optional.of("00:11:22:33"));
        RunningWorkbench.until(() -> impostor() instanceof LinkState.Refused);

        assertThat(impostor().reason()).contains("has changed", "00:11:22:33");
        connected
                .console()
                .connections()
                .forget("Impostor")
                .toCompletableFuture()
                .get();
    }

    private LinkState impostor() {
        LiveRuntime runtime =
                connected.console().connections().runtimes().find("Impostor").orElseThrow();
        return runtime.snapshot().link();
    }

    private String state(String server) {
        return connected.live().snapshot().servers().find(server).orElseThrow().state();
    }

    /** The grid with a site, three servers and their sources. */
    private static Optional<? extends Grid<?>> fleetGrid() {
        return Widgets.find(Grid.class, grid -> grid.lineCount() >= 7).map(grid -> (Grid<?>) grid);
    }

    private void press(String action) throws Exception {
        workbench.untilShown(() -> Widgets.action(action).filter(ActionButton::isUsable));
        // A dialog may open, so that the press does not return before it is closed.
        workbench.later(() -> Widgets.action(action).orElseThrow().press());
    }
}

package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.call.ServerCalls;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.view.Concern;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.OverviewModel;
import org.postyard.console.model.view.Target;
import org.postyard.console.model.view.Thresholds;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.table.Grid;

/** What people do to single servers of a real runtime: a limit in its place, the menu of a row, and the way there from the Overview. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class FleetTaskTest {

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    FleetTaskTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void aLimitIsChangedInItsPlaceAndTakenBack() throws Exception {
        Grid<?> grid = fleetWith("SERVER:yard-2");
        workbench.on(() -> {
            Widgets.key(grid, SWT.F2);
            return true;
        });
        workbench.untilShown(() -> field(grid));
        workbench.on(() -> {
            Text field = field(grid).orElseThrow();
            field.setText("75");
            return true;
        });
        workbench.screenshot("limit-in-place");
        workbench.on(() -> {
            Event enter = new Event();
            enter.detail = SWT.TRAVERSE_RETURN;
            field(grid).orElseThrow().notifyListeners(SWT.Traverse, enter);
            return true;
        });
        workbench.untilShown(() -> Widgets.notice("messagesPerSecond of yard-2 is now 75"));
        workbench.untilShown(() -> Widgets.row("yard-2", "\t75\t"));
        workbench.on(() -> {
            Widgets.action("Undo").orElseThrow().press();
            return true;
        });
        workbench.untilShown(() -> Widgets.notice("messagesPerSecond of yard-2 is now not limited"));
        workbench.untilShown(() -> Widgets.row("yard-2").filter(row -> !row.contains("\t75\t")));
    }

    @Test
    void theMenuOfAServerOffersWhatIsPossibleAndAsksBeforeItIsDone() throws Exception {
        Grid<?> grid = fleetWith("SERVER:yard-2");
        workbench.untilShown(() -> Optional.of(Widgets.item(grid, "Drain")).filter(one -> one.isEnabled()));
        assertThat(workbench.on(() -> Widgets.item(grid, "Resume").isEnabled())).isFalse();
        workbench.later(() -> Widgets.item(grid, "Maintenance").notifyListeners(SWT.Selection, new Event()));
        workbench.untilShown(() -> Widgets.dialog("yard-2"));
        workbench.on(() -> {
            Widgets.press(Widgets.dialog("yard-2").orElseThrow(), "Cancel");
            return true;
        });
        assertThat(connected
                        .live()
                        .snapshot()
                        .servers()
                        .find("yard-2")
                        .orElseThrow()
                        .state())
                .isEqualTo("active");
    }

    @Test
    void oneOfTheWorstThingsLeadsToItsServerInAFleetViewThatWasClosed() throws Exception {
        answered(new ServerCalls(connected.live().client()).maintenance("yard-3"));
        workbench.on(() -> {
            IViewPart fleet = workbench.window().getActivePage().findView(Destination.FLEET.viewId());
            workbench.window().getActivePage().hideView(fleet);
            new Navigator(workbench.window()).go(Destination.OVERVIEW);
            return true;
        });
        RunningWorkbench.until(() -> placeOf("yard-3") >= 0);
        workbench.untilShown(FleetTaskTest::worstThings);
        workbench.screenshot("worst-things");
        workbench.untilShown(() -> pressed("maintenance"));
        workbench.untilShown(() ->
                Widgets.grid("SERVER:yard-3").filter(grid -> grid.selectedKeys().equals(Set.of("SERVER:yard-3"))));
        answered(new ServerCalls(connected.live().client()).resume("yard-3"));
    }

    @Test
    void aPoolLeadsToTheSourcesInIt() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(new Target.ToPool("default"));
            return true;
        });
        Set<Object> sources = Set.of("SOURCE:yard-1", "SOURCE:yard-2", "SOURCE:yard-3");
        workbench.untilShown(() ->
                Widgets.grid("SOURCE:yard-1").filter(grid -> grid.selectedKeys().equals(sources)));
    }

    /** The Fleet view with one row selected. */
    private Grid<?> fleetWith(String key) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.FLEET);
            return true;
        });
        workbench.untilShown(() -> Widgets.grid(key));
        return workbench.on(() -> {
            Grid<?> grid = Widgets.grid(key).orElseThrow();
            grid.select(List.of(key));
            return grid;
        });
    }

    private static Optional<Control> worstThings() {
        return Widgets.visible()
                .filter(control -> control.getClass().getSimpleName().equals("ConcernList"))
                .findFirst();
    }

    /** Presses the first of the worst things whose reason has the word in it, if there is one; they may change places meanwhile. */
    private static Optional<Control> pressed(String word) {
        Control list = worstThings().orElseThrow();
        for (int top = 0; top < list.getSize().y; top += 8) {
            Event pointer = new Event();
            pointer.button = 1;
            pointer.x = 60;
            pointer.y = top;
            list.notifyListeners(SWT.MouseMove, pointer);
            if (String.valueOf(list.getToolTipText()).contains(word)) {
                list.notifyListeners(SWT.MouseDown, pointer);
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }

    /** Where the server stands among the worst things; negative if it does not. */
    private int placeOf(String server) {
        LiveRuntime live = connected.live();
        List<Concern> worst = OverviewModel.of(
                        live.snapshot(),
                        live.history(),
                        live.attempts(),
                        Thresholds.USUAL,
                        new Figures(ZoneId.systemDefault()),
                        Instant.now())
                .worst();
        return worst.stream().map(Concern::target).toList().indexOf(new Target.ToServer(server));
    }

    private static Optional<Text> field(Grid<?> grid) {
        return List.of(grid.getChildren()).stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst();
    }

    private static <T> void answered(CompletionStage<Outcome<T>> stage) throws Exception {
        Outcome<T> outcome = stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(outcome.value()).as(outcome.reason()).isPresent();
    }
}

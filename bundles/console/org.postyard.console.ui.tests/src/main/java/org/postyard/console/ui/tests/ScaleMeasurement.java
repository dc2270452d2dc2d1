package org.postyard.console.ui.tests;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.table.Grid;

/**
 * Prints what watching a large played runtime costs the console: change to pixel, blockings of the user interface, heap and processor.
 * No test: it is run by name only, see CONTRIBUTING.md, and asserts nothing about time.
 */
@ExtendWith(SharedWorkbench.class)
class ScaleMeasurement {

    private static final String NAME = "Played yard";
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final int SECONDS_PER_VIEW = 5;
    private static final int THEME_CHANGES = 10;

    private final RunningWorkbench workbench;

    ScaleMeasurement(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    @Test
    void measure() throws Exception {
        try (PlayedProcess played = PlayedProcess.large()) {
            Console console = workbench.on(() -> PlatformUI.getWorkbench().getService(Console.class));
            LiveRuntime live = connect(console, played);
            go(Destination.FLEET);
            PixelDelays delays = new PixelDelays(live);
            workbench.untilShown(() -> fleet().filter(grid -> grid.lineCount() > 500));
            workbench.on(() -> {
                fleet().orElseThrow().addPaintListener(delays::painted);
                return true;
            });
            TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
            measured(console, "Fleet", () -> {
                count(delays, true);
                TimeUnit.SECONDS.sleep(SECONDS);
                count(delays, false);
            });
            System.out.println("SCALE " + delays.text());
            measured(console, "every view in turn", this::visitAll);
            measured(console, "light and dark in turn", () -> switchThemes(console));
            workbench.screenshot("large-fleet");
            System.gc();
            Runtime heap = Runtime.getRuntime();
            System.out.printf(
                    "SCALE heap in use after a collection %d MB%n",
                    (heap.totalMemory() - heap.freeMemory()) / 1_000_000);
        }
    }

    /** Something that takes a while. */
    private interface Phase {
        void run() throws Exception;
    }

    private void measured(Console console, String name, Phase phase) throws Exception {
        long blockings = console.watchdog().blockings();
        long cpu = cpuNanos();
        long begin = System.nanoTime();
        phase.run();
        System.out.printf(
                "SCALE %s: %.0f %% of one processor, user interface blocked over 100 ms %d times, longest since the start %d ms%n",
                name,
                100.0 * (cpuNanos() - cpu) / (System.nanoTime() - begin),
                console.watchdog().blockings() - blockings,
                console.watchdog().longest().toMillis());
    }

    private void visitAll() throws Exception {
        for (Destination destination : Destination.values()) {
            go(destination);
            TimeUnit.SECONDS.sleep(SECONDS_PER_VIEW);
        }
        go(Destination.FLEET);
    }

    private void switchThemes(Console console) throws Exception {
        for (int change = 1; change <= THEME_CHANGES; change++) {
            boolean dark = change % 2 == 1;
            workbench.on(() -> {
                console.settings().dark(dark);
                return true;
            });
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private void count(PixelDelays delays, boolean now) throws Exception {
        workbench.on(() -> {
            delays.count(now);
            return true;
        });
    }

    private void go(Destination destination) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(destination);
            return true;
        });
    }

    private static Optional<Grid<?>> fleet() {
        return Widgets.visible()
                .filter(Grid.class::isInstance)
                .<Grid<?>>map(grid -> (Grid<?>) grid)
                .findFirst();
    }

    private LiveRuntime connect(Console console, PlayedProcess played) throws Exception {
        SavedConnection connection = new SavedConnection(NAME, played.address(), "admin", Optional.empty());
        console.connections()
                .connect(connection, Optional.of(PlayedProcess.PASSWORD), false)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        RunningWorkbench.until(() -> fingerprint(console).isPresent());
        console.connections()
                .approve(
                        console.connections().find(NAME).orElseThrow(),
                        fingerprint(console).orElseThrow())
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
        RunningWorkbench.until(() -> live(console).snapshot().sources().size() == 20_000);
        workbench.on(() -> {
            console.current().choose(NAME);
            return true;
        });
        return live(console);
    }

    private static LiveRuntime live(Console console) {
        return console.connections().runtimes().find(NAME).orElseThrow();
    }

    private static Optional<String> fingerprint(Console console) {
        return live(console).snapshot().link() instanceof LinkState.Refused refused
                ? refused.certificate().map(certificate -> certificate.fingerprint())
                : Optional.empty();
    }
}

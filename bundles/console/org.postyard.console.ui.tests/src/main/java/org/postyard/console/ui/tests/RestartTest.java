package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.chart.Curve;
import org.postyard.console.widgets.chart.TimeChart;

/**
 * The process of the runtime ends and comes back, while the console looks on: what was known stays and looks old, the time without news
 * is a gap. Comes last, because the sample mail does not come back.
 */
@ExtendWith(SharedWorkbench.class)
@Order(Integer.MAX_VALUE)
@EnabledIf("distributionIsThere")
class RestartTest {

    /** News are a second apart, and the last ones before the end may have been on their way. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final RunningWorkbench workbench;
    private final ConnectedRuntime connected;

    RestartTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        this.connected = connected;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void aRestartOfTheRuntimeIsAGapAndNoZero() throws Exception {
        connected.stop();
        RunningWorkbench.until(() -> link() instanceof LinkState.Stale);
        Instant gone = Instant.now();
        whatWasKnownIsShownAsOld();
        theQuickSearchStillFindsWhatWasKnown();
        connected.startAgain();
        Instant ready = Instant.now();
        RunningWorkbench.until(() -> link().live());
        Duration bridged = Duration.between(ready, Instant.now());
        System.out.println("measured: live again " + bridged.toMillis() + " ms after the runtime was ready");

        go(Destination.CHARTS);
        workbench.untilShown(() -> curveSince(ready));
        workbench.screenshot("restart-charts");
        Curve curve = workbench.on(() -> curveSince(ready).orElseThrow());
        assertThat(valuesBetween(curve, gone.plus(MARGIN), ready.minus(MARGIN))).isZero();
        assertThat(link().live()).isTrue();
    }

    private void whatWasKnownIsShownAsOld() throws Exception {
        go(Destination.OVERVIEW);
        workbench.untilShown(
                () -> Widgets.find(Label.class, label -> label.getText().contains("no news since")));
        workbench.screenshot("stale-overview");
        go(Destination.FLEET);
        workbench.untilShown(() -> Widgets.grid("SERVER:yard-2"));
        workbench.screenshot("stale-fleet");
    }

    private void theQuickSearchStillFindsWhatWasKnown() throws Exception {
        workbench.on(() -> {
            workbench.window().getService(IHandlerService.class).executeCommand(Commands.SEARCH, null);
            return true;
        });
        workbench.untilShown(RestartTest::searchField);
        workbench.on(() -> {
            searchField().orElseThrow().setText("yard-2");
            return true;
        });
        workbench.untilShown(() -> Widgets.row("yard-2", "server", ConnectedRuntime.NAME));
        workbench.on(() -> {
            searchField().orElseThrow().getShell().close();
            return true;
        });
    }

    private static Optional<Text> searchField() {
        return Widgets.find(Text.class, field -> field.getMessage().startsWith("Server, source, queue"));
    }

    /** A curve that has a value after the time again. */
    private static Optional<Curve> curveSince(Instant time) {
        return Widgets.find(TimeChart.class, chart -> true).flatMap(chart -> chart.curves().stream()
                .filter(curve -> valuesBetween(curve, time, Instant.now()) > 2)
                .findFirst());
    }

    private static long valuesBetween(Curve curve, Instant from, Instant until) {
        return IntStream.range(curve.from(from.toEpochMilli()), curve.from(until.toEpochMilli()))
                .filter(index -> !Double.isNaN(curve.value(index)))
                .count();
    }

    private LinkState link() {
        RuntimeSnapshot snapshot = connected.live().snapshot();
        return snapshot.link();
    }

    private void go(Destination destination) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(destination);
            return true;
        });
    }
}

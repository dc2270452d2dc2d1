package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.chart.ChartView;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.chart.TimeChart;

/** What the charts of a real runtime leave behind: pictures, tables, and selections with a name. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class ChartFileTest {

    private final RunningWorkbench workbench;

    ChartFileTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void whatIsSeenIsSavedAsPictureAndAsTable() throws Exception {
        ChartView view = charts();
        Path folder = Files.createTempDirectory("charts");
        Path picture = folder.resolve("chart.png");
        Path table = folder.resolve("chart.csv");
        workbench.on(() -> {
            view.savePicture(picture);
            return true;
        });
        workbench.untilShown(() -> Widgets.notice("Saved as " + picture));
        workbench.on(() -> {
            view.saveTable(table);
            return true;
        });
        workbench.untilShown(() -> Widgets.notice("Saved as " + table));

        assertThat(new ImageData(picture.toString()).width).isGreaterThan(400);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0)).startsWith("Time,").contains("Runtime");
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT[^,]*(,[0-9.]*)+");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldWithWhatNow() throws Exception {
        ChartView view = charts();
        workbench.on(() -> {
            view.saveTable(Path.of("/proc/no-place/chart.csv"));
            return true;
        });
        workbench.untilShown(() -> Widgets.notice("was not written"));
        workbench.untilShown(() -> Widgets.notice("Choose another folder"));
    }

    @Test
    void aSelectionIsKeptUnderItsNameAndShownAgain() throws Exception {
        ChartView view = charts();
        int before = workbench.on(() -> chart().curves().size());
        workbench.later(view::askAndSave);
        workbench.untilShown(() -> Widgets.dialog("Save these curves"));
        workbench.on(() -> {
            Shell dialog = Widgets.dialog("Save these curves").orElseThrow();
            Hands.all(dialog, Text.class).get(0).setText("Morning watch");
            Widgets.press(dialog, "Save");
            return true;
        });
        workbench.untilShown(() ->
                view.saved().keySet().stream().filter("Morning watch"::equals).findFirst());
        workbench.on(() -> {
            view.choose(view.saved().get("Morning watch").subList(0, 1));
            return true;
        });
        RunningWorkbench.until(() -> curves() == 1);
        workbench.on(() -> {
            view.choose(view.saved().get("Morning watch"));
            return true;
        });
        RunningWorkbench.until(() -> curves() == before);
    }

    private int curves() {
        try {
            return workbench.on(() -> chart().curves().size());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private ChartView charts() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.CHARTS);
            return true;
        });
        workbench.untilShown(() ->
                Widgets.find(TimeChart.class, chart -> chart.curves().stream().anyMatch(curve -> curve.size() > 2)));
        return workbench.on(() -> (ChartView) workbench.window().getActivePage().getActivePart());
    }

    private static TimeChart chart() {
        return Widgets.find(TimeChart.class, chart -> true).orElseThrow();
    }
}

package org.postyard.console.ui.tests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.page.Banner;

/** Features and bundles of a real runtime, each in a table of their own. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class FeatureTableTest {

    private final RunningWorkbench workbench;

    FeatureTableTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
        connected.console().current().choose(ConnectedRuntime.NAME);
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void featuresSayWhatTheyBringAndBundlesHowTheyAre() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.PLUG_INS);
            return true;
        });
        press("Features");
        workbench.untilShown(() -> Widgets.row("postyard-connector-smtp", "started", "org.postyard.connector.smtp"));
        workbench.on(() -> {
            Hands.all(workbench.window().getShell(), Banner.class).forEach(Banner::clear);
            return true;
        });
        workbench.screenshot("features");
        press("Bundles");
        workbench.untilShown(() -> Widgets.row("org.postyard.connector.smtp", "active", "1 slot is open"));
    }

    private void press(String button) throws Exception {
        workbench.untilShown(() -> Widgets.action(button));
        workbench.on(() -> {
            Widgets.action(button).orElseThrow().press();
            return true;
        });
    }
}

package org.postyard.console.ui.tests;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;

/** The form of a part that has more settings than fit on the screen. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class SettingsFormTest {

    private final RunningWorkbench workbench;

    /**
     * @param connected there must be one, whose settings are shown
     */
    SettingsFormTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void theLastSettingCanBeScrolledTo() throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(Destination.CONFIGURATION);
            return true;
        });
        workbench.untilShown(() -> Widgets.find(ScrolledComposite.class, SettingsFormTest::reachesItsEnd));
    }

    private static boolean reachesItsEnd(ScrolledComposite scroll) {
        ScrollBar bar = scroll.getVerticalBar();
        return scroll.getContent() instanceof Composite form
                && form.computeSize(scroll.getClientArea().width, -1).y > scroll.getClientArea().height
                && bar.isVisible()
                && bar.getMaximum() >= form.computeSize(scroll.getClientArea().width, -1).y
                && bar.getMaximum() > bar.getThumb();
    }
}

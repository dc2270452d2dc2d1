package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.NocPerspective;

/** The workbench starts as the product does. */
@ExtendWith(SharedWorkbench.class)
class WorkbenchTest {

    private final RunningWorkbench workbench;

    WorkbenchTest(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    @Test
    void theNocPerspectiveIsShownFirst() {
        assertThat(workbench.firstPerspective()).isEqualTo(NocPerspective.ID);
    }

    @Test
    void theWindowHasTheProductsName() throws Exception {
        String title = workbench.on(() -> workbench.window().getShell().getText());

        assertThat(title).contains("Postyard");
    }

    @Test
    void aScreenshotIsKept() throws Exception {
        Path file = workbench.screenshot("first-window");

        assertThat(Files.size(file)).isGreaterThan(1000);
    }
}

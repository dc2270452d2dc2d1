package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postyard.console.ui.application.NocPerspective;

/** The workbench starts as the product does. */
class WorkbenchTest {

    private static RunningWorkbench workbench;

    @BeforeAll
    static void start() throws Exception {
        workbench = new RunningWorkbench();
    }

    @AfterAll
    static void end() throws Exception {
        workbench.close();
    }

    @Test
    void theNocPerspectiveIsShownFirst() throws Exception {
        String perspective =
                workbench.on(() -> workbench.page().getPerspective().getId());

        assertThat(perspective).isEqualTo(NocPerspective.ID);
    }

    @Test
    void theWindowHasTheProductsName() throws Exception {
        String title = workbench.on(() ->
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getText());

        assertThat(title).contains("Postyard");
    }

    @Test
    void aScreenshotIsKept() throws Exception {
        Path file = workbench.screenshot("first-window");

        assertThat(Files.size(file)).isGreaterThan(1000);
    }
}

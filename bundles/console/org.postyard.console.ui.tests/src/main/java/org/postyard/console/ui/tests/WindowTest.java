package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.link.Workspace;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.navigation.SideBySide;

/** Views beside one another, a second window, and the keyboard in a view. */
@ExtendWith(SharedWorkbench.class)
class WindowTest {

    private final RunningWorkbench workbench;

    WindowTest(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    @Test
    void aViewIsPutBesideTheOthersAndBackAgain() throws Exception {
        go(Destination.FLEET);
        go(Destination.OVERVIEW);
        assertThat(workbench.on(() -> seen(Destination.FLEET))).isFalse();

        run(Commands.BESIDE);
        workbench.settle();
        assertThat(workbench.on(() -> seen(Destination.OVERVIEW) && seen(Destination.FLEET)))
                .isTrue();
        assertThat(workbench.on(() -> new SideBySide(workbench.window()).beside()))
                .isTrue();
        workbench.screenshot("side-by-side");

        run(Commands.BESIDE);
        workbench.settle();
        assertThat(workbench.on(() -> seen(Destination.OVERVIEW))).isTrue();
        assertThat(workbench.on(() -> seen(Destination.FLEET))).isFalse();
    }

    @Test
    void aSecondWindowHasViewsOfItsOwnAndIsClosedAlone() throws Exception {
        run(Commands.NEW_WINDOW);
        workbench.settle();
        assertThat(workbench.on(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount()))
                .isEqualTo(2);
        workbench.on(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[1].close());
        assertThat(workbench.on(() -> PlatformUI.getWorkbench().getWorkbenchWindowCount()))
                .isEqualTo(1);
    }

    @Test
    void placesAndWindowsAreSavedAsSoonAsTheyChangeSoThatACrashDoesNotTakeThem() throws Exception {
        go(Destination.FLEET);
        go(Destination.OVERVIEW);
        run(Commands.BESIDE);
        RunningWorkbench.until(() -> saved("elementId=\"org.postyard.console.ui.beside.") == 1);
        run(Commands.NEW_WINDOW);
        RunningWorkbench.until(() -> saved("xsi:type=\"basic:TrimmedWindow\"") == 2);
        workbench.on(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[1].close());
        run(Commands.BESIDE);
        RunningWorkbench.until(() -> saved("xsi:type=\"basic:TrimmedWindow\"") == 1);
        RunningWorkbench.until(() -> saved("elementId=\"org.postyard.console.ui.beside.") == 0);
    }

    /** How often the text is in the file from which the workbench of the next start is made. */
    private static long saved(String text) {
        Path file = Workspace.folder().resolve(".metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi");
        try {
            return Files.notExists(file)
                    ? 0
                    : Pattern.compile(Pattern.quote(text))
                            .matcher(Files.readString(file))
                            .results()
                            .count();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void theFolderAroundAViewTakesNoKeyboard() throws Exception {
        workbench.on(() -> {
            // Without a desktop nobody gives the keyboard back to the window after a dialog.
            workbench.window().getShell().forceActive();
            return true;
        });
        go(Destination.FLEET);
        List<CTabFolder> folders = workbench.on(() -> Widgets.visible()
                .filter(CTabFolder.class::isInstance)
                .map(CTabFolder.class::cast)
                .toList());
        assertThat(folders).isNotEmpty();
        assertThat(workbench.on(() -> folders.stream().anyMatch(folder -> folder.isListening(SWT.KeyDown))))
                .isFalse();
    }

    private boolean seen(Destination destination) {
        IWorkbenchPage page = workbench.window().getActivePage();
        IViewPart view = page.findView(destination.viewId());
        return view != null && page.isPartVisible(view);
    }

    private void go(Destination destination) throws Exception {
        workbench.on(() -> {
            new Navigator(workbench.window()).go(destination);
            return true;
        });
    }

    private void run(String command) throws Exception {
        workbench.on(() -> {
            new Commands(workbench.window()).run(command);
            return true;
        });
    }
}

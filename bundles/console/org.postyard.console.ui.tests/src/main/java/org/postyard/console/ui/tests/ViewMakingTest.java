package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.widgets.table.Grid;

/** A view is there at once and made in the turns after that, without a trace if it is closed meanwhile. */
@ExtendWith(SharedWorkbench.class)
class ViewMakingTest {

    private final RunningWorkbench workbench;

    ViewMakingTest(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    @Test
    void aViewIsOpenBeforeItIsMadeAndThenSeenAsAWhole() throws Exception {
        ConsoleView view = workbench.on(() -> {
            ConsoleView opened = openedAnew();
            assertThat(opened.made()).isFalse();
            assertThat(Widgets.find(Grid.class, grid -> true)).isEmpty();
            return opened;
        });
        workbench.untilShown(() -> Widgets.find(Grid.class, grid -> grid.getSize().y > 0));
        assertThat(workbench.on(view::made)).isTrue();
    }

    @Test
    void whatWaitsForAViewRunsInItsOrderWhenTheViewIsSeen() throws Exception {
        List<String> ran = new ArrayList<>();
        ConsoleView view = workbench.on(() -> {
            ConsoleView opened = openedAnew();
            opened.whenMade(() ->
                    ran.add("first " + Widgets.find(Grid.class, grid -> true).isPresent()));
            opened.whenMade(() -> ran.add("second"));
            return opened;
        });
        workbench.on(() -> {
            view.whenMade(() -> ran.add("at once"));
            return true;
        });
        assertThat(ran).containsExactly("first true", "second", "at once");
    }

    @Test
    void aViewThatIsClosedBeforeItIsMadeIsForgotten() throws Exception {
        List<String> ran = new ArrayList<>();
        ConsoleView view = workbench.on(() -> {
            ConsoleView opened = openedAnew();
            opened.whenMade(() -> ran.add("made"));
            page().hideView(opened);
            return opened;
        });
        workbench.settle();
        assertThat(ran).isEmpty();
        assertThat(workbench.on(view::made)).isFalse();
        assertThat(workbench.on(() -> page().findView(Destination.CONNECTIONS.viewId()) == null))
                .isTrue();
    }

    private ConsoleView openedAnew() throws Exception {
        IPerspectiveDescriptor shown = page().getPerspective();
        for (IPerspectiveDescriptor perspective : page().getOpenPerspectives()) {
            page().setPerspective(perspective);
            close();
        }
        page().setPerspective(shown);
        return (ConsoleView) page().showView(Destination.CONNECTIONS.viewId());
    }

    /** In this perspective; a view that another one shows, too, is the same. */
    private void close() {
        IViewPart before = page().findView(Destination.CONNECTIONS.viewId());
        if (before != null) {
            page().hideView(before);
        }
    }

    private IWorkbenchPage page() {
        return workbench.window().getActivePage();
    }
}

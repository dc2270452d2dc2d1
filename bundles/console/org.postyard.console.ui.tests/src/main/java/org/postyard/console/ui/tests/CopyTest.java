package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.widgets.table.Grid;

/** Copies from the tables of every view, as text and as CSV. */
@ExtendWith(SharedWorkbench.class)
@EnabledIf("distributionIsThere")
class CopyTest {

    /** Their lists lead to something and are no tables. */
    private static final Set<Destination> WITHOUT_TABLES = EnumSet.of(Destination.CHARTS, Destination.HELP);

    private final RunningWorkbench workbench;

    CopyTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
    }

    static boolean distributionIsThere() {
        return DemoRuntime.distribution().isPresent();
    }

    @Test
    void everyTableCopiesAsTextAndAsCsv() throws Exception {
        for (Destination destination : EnumSet.complementOf(EnumSet.copyOf(WITHOUT_TABLES))) {
            workbench.on(() -> {
                new Navigator(workbench.window()).go(destination);
                return true;
            });
            workbench.untilShown(() -> Widgets.find(Grid.class, grid -> true));
            for (Grid<?> grid : workbench.on(CopyTest::grids)) {
                compare(destination + " as text", grid, "Copy as text", grid::asText);
                compare(destination + " as CSV", grid, "Copy as CSV", grid::asCsv);
            }
        }
    }

    private void compare(String what, Grid<?> grid, String entry, Supplier<String> expected) throws Exception {
        String[] both = workbench.on(() -> {
            String wanted = expected.get();
            Widgets.item(grid, entry).notifyListeners(SWT.Selection, new Event());
            return new String[] {wanted, Widgets.clipboard()};
        });
        assertThat(both[1]).as(what).isEqualTo(both[0]).isNotBlank();
    }

    private static List<Grid<?>> grids() {
        return Widgets.visible()
                .filter(Grid.class::isInstance)
                .<Grid<?>>map(grid -> (Grid<?>) grid)
                .toList();
    }
}

package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.chart.Curve;
import org.postyard.console.widgets.chart.TimeChart;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.table.Grid;

/**
 * Connects to a real runtime, goes to every view in both themes, and keeps a screenshot of each for people to look at. Comes late, so that
 * there is something to see.
 */
@ExtendWith(SharedWorkbench.class)
@Order(Integer.MAX_VALUE - 1)
@EnabledIf("distributionIsThere")
class ViewTourTest {

    private static final Set<Destination> CHOOSING =
            EnumSet.of(Destination.QUEUES, Destination.MESSAGES, Destination.PLUG_INS, Destination.LOG);

    private final RunningWorkbench workbench;

    ViewTourTest(RunningWorkbench workbench, ConnectedRuntime connected) {
        this.workbench = workbench;
    }

    static boolean distributionIsThere() {
        boolean there = DemoRuntime.distribution().isPresent();
        if (!there) {
            System.out.println("Skipped the tour of the views: there is no distribution of the runtime at "
                    + System.getProperty("postyard.distribution", "(no place given)"));
        }
        return there;
    }

    @Test
    void everyViewOpensInBothThemesWithoutAnError() throws Exception {
        List<Destination> destinations = workbench.on(() -> new Navigator(window()).destinations());
        assertThat(destinations).contains(Destination.FLEET, Destination.CHARTS, Destination.HELP);
        workbench.on(() -> {
            window().getShell().setBounds(0, 0, 1280, 800);
            return true;
        });
        for (boolean dark : new boolean[] {false, true}) {
            workbench.on(() -> {
                window().getService(Console.class).settings().dark(dark);
                return true;
            });
            for (Destination destination : destinations) {
                go(destination);
                choose(destination);
                Path picture = workbench.screenshot(nameOf(destination) + (dark ? "-dark" : "-light"));
                assertThat(Files.size(picture)).isGreaterThan(5_000);
            }
        }
        workbench.on(() -> {
            window().getService(Console.class).settings().dark(false);
            return true;
        });
    }

    @Test
    void chartsShowWhatTheRuntimeDoes() throws Exception {
        go(Destination.CHARTS);
        TimeChart chart = workbench.on(() -> find(window().getShell(), TimeChart.class, TimeChart::isVisible));
        RunningWorkbench.until(() -> {
            try {
                return workbench.on(() ->
                        chart.curves().size() == 3 && chart.curves().stream().anyMatch(ViewTourTest::hasValues));
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
    }

    /** Up to now, or up to the second before: of the one that has just begun there may be no news yet. */
    private static boolean hasValues(Curve curve) {
        int last = curve.size() - 1;
        return last > 1 && !(Double.isNaN(curve.value(last)) && Double.isNaN(curve.value(last - 1)));
    }

    @Test
    void helpOpensAtThePageOfTheViewInFront() throws Exception {
        go(Destination.FLEET);
        workbench.on(
                () -> window().getService(IHandlerService.class).executeCommand("org.postyard.console.ui.help", null));
        String text = workbench.on(() ->
                find(window().getShell(), StyledText.class, Control::isVisible).getText());
        assertThat(text).startsWith("Fleet").contains("Steer a server");
    }

    /** Chooses something in the views that show more of what is chosen. */
    private void choose(Destination destination) throws Exception {
        workbench.on(() -> {
            Widgets.visible()
                    .filter(Banner.class::isInstance)
                    .map(Banner.class::cast)
                    .forEach(Banner::clear);
            if (destination == Destination.MESSAGES) {
                Widgets.find(Text.class, field -> field.getMessage().startsWith("name@example.org"))
                        .orElseThrow()
                        .setText("");
                Widgets.action("Search").orElseThrow().press();
            }
            if (destination == Destination.CHARTS) {
                Widgets.action("5 min").orElseThrow().press();
            }
            if (destination == Destination.QUEUES) {
                Hands.button(window().getShell(), "Group by tenant and campaign")
                        .press();
            }
            return true;
        });
        if (CHOOSING.contains(destination)) {
            workbench.settle();
            workbench.untilShown(ViewTourTest::filled);
            workbench.on(() -> {
                filled().ifPresent(grid ->
                        grid.select(List.of(grid.rows().roots().get(0).key())));
                return true;
            });
        }
    }

    private static Optional<Grid<?>> filled() {
        return Widgets.visible()
                .filter(Grid.class::isInstance)
                .<Grid<?>>map(grid -> (Grid<?>) grid)
                .findFirst()
                .filter(grid -> !grid.rows().roots().isEmpty());
    }

    private void go(Destination destination) throws Exception {
        workbench.on(() -> {
            new Navigator(window()).go(destination);
            return true;
        });
        String front = workbench.on(() -> page().getActivePart().getSite().getId());
        assertThat(front).isEqualTo(destination.viewId());
    }

    private IWorkbenchWindow window() {
        return workbench.window();
    }

    private IWorkbenchPage page() {
        return window().getActivePage();
    }

    private static String nameOf(Destination destination) {
        return destination.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static <C extends Control> C find(Composite parent, Class<C> type, Predicate<C> wanted) {
        return all(parent, type, wanted).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
    }

    private static <C extends Control> List<C> all(Composite parent, Class<C> type, Predicate<C> wanted) {
        Stream<C> here = Arrays.stream(parent.getChildren())
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted);
        Stream<C> below = Arrays.stream(parent.getChildren())
                .filter(Composite.class::isInstance)
                .flatMap(child -> all((Composite) child, type, wanted).stream());
        return Stream.concat(here, below).toList();
    }
}

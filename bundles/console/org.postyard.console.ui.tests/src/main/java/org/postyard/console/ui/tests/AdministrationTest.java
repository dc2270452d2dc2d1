package org.postyard.console.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postyard.console.ui.configuration.ConfigurationView;
import org.postyard.console.ui.document.DocumentView;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.plugin.PluginsView;
import org.postyard.console.widgets.form.FormRow;
import org.postyard.console.widgets.form.FormRows;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.table.Grid;

/** The tasks of an administrator, in the workbench against a real runtime. */
@ExtendWith(SharedWorkbench.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("distributionIsThere")
class AdministrationTest {

    private static final String BALANCERS = "org.postyard.balancer.basic";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static boolean distributionIsThere() {
        boolean there = DemoRuntime.distribution().isPresent();
        if (!there) {
            System.out.println("Skipped the tasks of an administrator: there is no distribution of the runtime at "
                    + System.getProperty("postyard.distribution", "(no place given)"));
        }
        return there;
    }

    private final RunningWorkbench workbench;

    AdministrationTest(RunningWorkbench workbench, ConnectedRuntime connected) throws Exception {
        this.workbench = workbench;
        Console console = connected.console();
        console.current().choose(ConnectedRuntime.NAME);
        await(() -> console.current()
                .snapshot()
                .filter(one -> one.link().live() && one.caller().isPresent())
                .isPresent());
        workbench.on(() -> {
            shell().setBounds(0, 0, 1280, 800);
            return true;
        });
    }

    @Test
    @Order(1)
    void aPluginFileIsInstalledUpdatedAndRolledBack() throws Exception {
        PluginsView view = open(Destination.PLUG_INS, PluginsView.class);
        await(() -> rows(view).contains(BALANCERS));
        Path folder = Files.createTempDirectory("plugins");
        Path bundle = bundle();
        Path fresh = PluginFiles.copy(
                bundle,
                folder.resolve("fresh.jar"),
                Map.of("Bundle-SymbolicName", "org.example.balancer", "Bundle-Version", "1.0.0"));
        Path newer = PluginFiles.copy(
                bundle,
                folder.resolve("newer.jar"),
                Map.of("Bundle-SymbolicName", "org.example.balancer", "Bundle-Version", "1.1.0"));

        install(view, fresh, "Install");
        await(() -> rows(view).contains("org.example.balancer\t1.0.0\tactive"));
        install(view, newer, "Update");
        await(() -> rows(view).contains("org.example.balancer\t1.1.0\tactive"));
        screenshots("plugins", Destination.PLUG_INS);

        workbench.on(() -> {
            Grid<?> grid = Hands.all(shell(), Grid.class).stream()
                    .filter(one -> one.isVisible())
                    .findFirst()
                    .orElseThrow();
            Object key = grid.rows().roots().stream()
                    .filter(node -> node.value().toString().contains("org.example.balancer"))
                    .findFirst()
                    .orElseThrow()
                    .key();
            grid.select(List.of(key));
            return true;
        });
        later(() -> Hands.button(shell(), "Roll back").press());
        press("Roll back", "Roll back");
        await(() -> rows(view).contains("org.example.balancer\t1.0.0\tactive"));
        await(() -> notice().map(Notice::text).orElse("").contains("1.0.0"));
    }

    private static Path bundle() throws IOException {
        Path folder = DemoRuntime.distribution().orElseThrow().resolve("system/org/postyard/" + BALANCERS);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private void install(PluginsView view, Path file, String verb) throws Exception {
        later(() -> view.upload(file));
        press(verb, verb);
    }

    @Test
    @Order(2)
    void aFileThatIsNoPluginIsRefusedWithTheReason() throws Exception {
        PluginsView view = open(Destination.PLUG_INS, PluginsView.class);
        Path text = Files.writeString(Files.createTempFile("no-plugin", ".jar"), "hello");

        later(() -> view.upload(text));

        await(() -> notice().map(Notice::whatNow).orElse("").contains("neither a bundle"));
    }

    @Test
    @Order(3)
    void aBadFleetIsMarkedInItsLineAndRefused() throws Exception {
        DocumentView view = open(Destination.FLEET_DOCUMENT, DocumentView.class);
        await(() -> labels().contains(" in force"));
        String bad = "version: 1\nservers:\n  - id: relay1\n    nexthop: 127.0.0.1:2601\n";

        workbench.on(() -> {
            view.edit(bad);
            return true;
        });
        await(() -> on(view::problems).stream().anyMatch(problem -> problem.line() == 4));
        screenshots("document", Destination.FLEET_DOCUMENT);
        workbench.on(() -> {
            view.apply(bad, "try");
            return true;
        });

        await(() -> notice().map(Notice::whatNow).orElse("").contains("nextHop"));
    }

    @Test
    @Order(4)
    void aSettingIsCheckedAndChanged() throws Exception {
        ConfigurationView view = open(Destination.CONFIGURATION, ConfigurationView.class);
        await(() -> rows(view).contains("SMTP connector"));
        workbench.on(() -> {
            view.choose("org.postyard.connector.smtp");
            return true;
        });
        screenshots("configuration", Destination.CONFIGURATION);

        type("Connect timeout", "never");
        await(() -> on(() -> row("Connect timeout").problem().orElse("")).startsWith("'never' is no whole number"));
        type("Connect timeout", "45");
        await(() -> on(() -> Hands.button(shell(), "Apply").isUsable()));
        later(() -> Hands.button(shell(), "Apply").press());

        await(() -> notice().map(Notice::text).orElse("").contains("are in force"));
        await(() -> on(() -> field("Connect timeout").getText()).equals("45"));
    }

    @Test
    @Order(5)
    void usersAndLogAreShown() throws Exception {
        open(Destination.USERS, IViewPart.class);
        await(() -> gridText().contains("admin"));
        screenshots("users", Destination.USERS);
        open(Destination.LOG, IViewPart.class);
        await(() -> gridText().contains("org.postyard") || gridText().contains("postyard."));
        screenshots("log", Destination.LOG);
    }

    private Console console() {
        return workbench.window().getService(Console.class);
    }

    private Shell shell() {
        return workbench.window().getShell();
    }

    private <V> V open(Destination destination, Class<V> type) throws Exception {
        return workbench.on(() -> {
            destination.area().perspective().ifPresent(id -> {
                var registry = PlatformUI.getWorkbench().getPerspectiveRegistry();
                workbench.window().getActivePage().setPerspective(registry.findPerspectiveWithId(id));
            });
            return type.cast(workbench.window().getActivePage().showView(destination.viewId()));
        });
    }

    /** Runs something that may open a dialog, without waiting for its end. */
    private void later(Runnable work) throws Exception {
        workbench.on(() -> {
            shell().getDisplay().asyncExec(work);
            return true;
        });
    }

    private void press(String title, String button) throws Exception {
        await(() -> on(() -> Hands.dialog(title).isPresent()));
        workbench.settle();
        later(() -> Hands.press(Hands.dialog(title).orElseThrow(), button));
        await(() -> on(() -> Hands.dialog("Postyard – " + title).isEmpty()));
    }

    private Optional<Notice> notice() {
        return on(() -> Hands.all(shell(), Banner.class).stream()
                .filter(Banner::isVisible)
                .findFirst()
                .flatMap(Banner::notice));
    }

    private String rows(Object view) {
        return gridText();
    }

    private String gridText() {
        return on(() -> {
            StringBuilder text = new StringBuilder();
            for (Grid<?> grid : Hands.all(shell(), Grid.class)) {
                if (grid.isVisible()) {
                    grid.select(List.of());
                    text.append(grid.asText()).append('\n');
                }
            }
            return text.toString();
        });
    }

    private String labels() {
        return on(() -> {
            StringBuilder text = new StringBuilder();
            Hands.all(shell(), Label.class)
                    .forEach(label -> text.append(label.getText()).append('\n'));
            return text.toString();
        });
    }

    private FormRow<?> row(String label) {
        return Hands.all(shell(), FormRows.class).stream()
                .flatMap(form -> form.rows().stream())
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label));
    }

    private Text field(String label) {
        return (Text) row(label).field();
    }

    private void type(String label, String text) throws Exception {
        workbench.on(() -> {
            field(label).setText(text);
            return true;
        });
    }

    /** The view in both themes. */
    private void screenshots(String name, Destination destination) throws Exception {
        for (boolean dark : new boolean[] {true, false}) {
            workbench.on(() -> {
                console().settings().dark(dark);
                return true;
            });
            Path file = workbench.screenshot(name + (dark ? "-dark" : "-light"));
            assertThat(Files.size(file)).isGreaterThan(1000);
        }
    }

    private <T> T on(Callable<T> work) {
        try {
            return workbench.on(work);
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    private void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "not within " + PATIENCE.toSeconds() + " s; the view shows:\n" + gridText() + notice());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}

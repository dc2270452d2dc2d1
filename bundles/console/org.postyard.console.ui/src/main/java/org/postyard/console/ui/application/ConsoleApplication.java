package org.postyard.console.ui.application;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.postyard.console.model.connection.ConnectionFile;
import org.postyard.console.model.live.Runtimes;
import org.postyard.console.ui.link.ConnectionDesk;
import org.postyard.console.ui.link.CurrentRuntime;
import org.postyard.console.ui.link.Secrets;
import org.postyard.console.ui.link.Workspace;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.part.ConsoleLog;
import org.postyard.console.ui.preference.Settings;
import org.postyard.console.ui.theme.Appearance;
import org.postyard.console.ui.thread.UiThread;
import org.postyard.console.ui.thread.UiWatchdog;

/** The console as an application: makes what the views share, runs the workbench, and closes it all again. */
public final class ConsoleApplication implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        context.applicationRunning();
        Display display = PlatformUI.createDisplay();
        try {
            return run(display) == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    /** Runs a workbench on the display until its window is closed; must be called on the display's thread. */
    public static int run(Display display) {
        Path workspace = Workspace.folder();
        try (ConsoleLog log = ConsoleLog.into(workspace.resolve("log"));
                UiWatchdog watchdog = new UiWatchdog(display);
                ConnectionDesk connections = connections(workspace)) {
            Settings settings = new Settings();
            UiThread uiThread =
                    new UiThread(display, () -> Duration.ofSeconds(1).dividedBy(settings.refreshesPerSecond()));
            Appearance appearance = new Appearance(display, settings);
            appearance.apply();
            CurrentRuntime current =
                    new CurrentRuntime(connections, uiThread, settings.lastRuntime(), settings::lastRuntime);
            Console console = new Console(uiThread, watchdog, log, settings, appearance, connections, current);
            connections.openSaved(workspace.resolve("handover.properties"));
            return PlatformUI.createAndRunWorkbench(display, new ConsoleAdvisor(console));
        }
    }

    private static ConnectionDesk connections(Path workspace) {
        return new ConnectionDesk(
                new ConnectionFile(workspace.resolve("connections.json")),
                new Secrets(workspace.resolve("secrets")),
                new Runtimes(Clock.systemUTC()));
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}

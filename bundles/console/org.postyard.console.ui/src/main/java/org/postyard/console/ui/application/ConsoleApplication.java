package org.postyard.console.ui.application;

import java.net.URI;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

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
        try (ConsoleLog log = ConsoleLog.into(workspace().resolve("log"));
                UiWatchdog watchdog = new UiWatchdog(display)) {
            Console console = new Console(new UiThread(display), watchdog, log);
            return PlatformUI.createAndRunWorkbench(display, new ConsoleAdvisor(console));
        }
    }

    /** The folder in which the console keeps what it remembers. */
    public static Path workspace() {
        Location location = Platform.getInstanceLocation();
        return Path.of(URI.create(location.getURL().toString().replace(" ", "%20")));
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}

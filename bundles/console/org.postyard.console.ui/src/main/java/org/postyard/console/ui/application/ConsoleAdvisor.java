package org.postyard.console.ui.application;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.postyard.console.ui.navigation.NocPerspective;
import org.postyard.console.ui.part.Console;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up the workbench: one window, its layout remembered, the NOC perspective first. */
final class ConsoleAdvisor extends WorkbenchAdvisor {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleAdvisor.class);

    private final Console console;
    private Optional<LayoutKeeper> layout = Optional.empty();

    ConsoleAdvisor(Console console) {
        this.console = console;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IEclipseContext context = configurer.getWorkbench().getService(IEclipseContext.class);
        context.set(Console.class, console);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ConsoleWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return NocPerspective.ID;
    }

    @Override
    public void preStartup() {
        console.appearance().follow(PlatformUI.getWorkbench());
    }

    @Override
    public void postStartup() {
        PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
            long sinceStart = ManagementFactory.getRuntimeMXBean().getUptime();
            LOG.info("the first window is there afterMs={}", sinceStart);
            console.watchdog().begin();
            console.appearance().check();
            ClassesAhead.begin();
            LayoutKeeper keeper = new LayoutKeeper(PlatformUI.getWorkbench(), console.settings());
            keeper.begin();
            layout = Optional.of(keeper);
        });
    }

    @Override
    public boolean preShutdown() {
        layout.ifPresent(LayoutKeeper::end);
        return true;
    }
}

package org.postyard.console.ui.application;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Says what the window of the console shows around its views. */
final class ConsoleWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point INITIAL_SIZE = new Point(1280, 800);

    private final Console console;

    ConsoleWindowAdvisor(IWorkbenchWindowConfigurer configurer, Console console) {
        super(configurer);
        this.console = console;
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setInitialSize(INITIAL_SIZE);
        configurer.setTitle("Postyard");
        configurer.setShowCoolBar(false);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowStatusLine(true);
        configurer.setShowMenuBar(false);
        configurer.setShowProgressIndicator(true);
    }

    @Override
    public void postWindowOpen() {
        getWindowConfigurer()
                .getActionBarConfigurer()
                .getStatusLineManager()
                .setMessage("Not connected. Log: " + console.log().file());
    }
}

package org.postyard.console.ui.application;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.postyard.console.ui.frame.Frame;

/** Says what the window of the console shows around its views. */
final class ConsoleWindowAdvisor extends WorkbenchWindowAdvisor {

    private static final Point INITIAL_SIZE = new Point(1360, 860);
    /** Room that the desktop takes for the title of the window, about. */
    private static final int TITLE_BAR = 24;

    ConsoleWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        configurer.setInitialSize(
                new Point(Math.min(INITIAL_SIZE.x, screen.width), Math.min(INITIAL_SIZE.y, screen.height - TITLE_BAR)));
        configurer.setTitle("Postyard");
        configurer.setShowCoolBar(true);
        configurer.setShowPerspectiveBar(false);
        configurer.setShowStatusLine(false);
        configurer.setShowMenuBar(false);
        configurer.setShowProgressIndicator(false);
    }

    @Override
    public void postWindowCreate() {
        Frame.around(getWindowConfigurer().getWindow());
    }
}

package org.postyard.console.ui.frame;

import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;

/** Hears that another perspective is shown. */
final class PerspectiveChange extends PerspectiveAdapter {

    private final Runnable action;

    PerspectiveChange(Runnable action) {
        this.action = action;
    }

    @Override
    public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
        action.run();
    }
}

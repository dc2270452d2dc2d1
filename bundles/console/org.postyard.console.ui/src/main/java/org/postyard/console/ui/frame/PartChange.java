package org.postyard.console.ui.frame;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;

/** Hears that another view is in front, or that one was closed. */
record PartChange(Runnable action) implements IPartListener2 {

    @Override
    public void partActivated(IWorkbenchPartReference part) {
        action.run();
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        action.run();
    }
}

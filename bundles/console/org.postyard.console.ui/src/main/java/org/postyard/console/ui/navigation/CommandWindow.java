package org.postyard.console.ui.navigation;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** The window that a command is meant for. Belongs to the thread of the user interface. */
public final class CommandWindow {

    private CommandWindow() {}

    /**
     * The active window; while none is, because a dialog has just closed or the desktop gave the keyboard to nobody, the window of the
     * console, which has one.
     */
    public static IWorkbenchWindow of(ExecutionEvent event) {
        IWorkbenchWindow active = HandlerUtil.getActiveWorkbenchWindow(event);
        return active == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : active;
    }
}

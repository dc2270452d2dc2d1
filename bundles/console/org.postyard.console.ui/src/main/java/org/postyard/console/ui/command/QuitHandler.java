package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;

/** Closes the console with all its windows, which are there again at the next start; a window that is closed alone is not. */
public final class QuitHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        CommandWindow.of(event).getWorkbench().close();
        return null;
    }
}

package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.navigation.NocPerspective;

/** Opens one more window, for a second screen or the wall; its place and its views are remembered as those of the first. */
public final class NewWindowHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = CommandWindow.of(event);
        try {
            window.getWorkbench().openWorkbenchWindow(NocPerspective.ID, null);
            return null;
        } catch (WorkbenchException problem) {
            throw new ExecutionException("the window cannot be opened", problem);
        }
    }
}

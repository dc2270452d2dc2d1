package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.help.HelpView;
import org.postyard.console.ui.navigation.CommandWindow;

/** Opens help at the page of the view that is in front. */
public final class HelpHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            HelpView.open(CommandWindow.of(event).getActivePage());
        } catch (PartInitException problem) {
            throw new ExecutionException("help cannot be opened", problem);
        }
        return null;
    }
}

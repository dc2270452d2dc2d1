package org.postyard.console.ui.search;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;

/** Opens the quick search. */
public final class SearchHandler extends AbstractHandler {

    private static final String OURS = "org.postyard.console.ui.";

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = CommandWindow.of(event);
        new SearchPopup(window, commands(window)).open();
        return null;
    }

    private static List<org.postyard.console.model.search.Command> commands(IWorkbenchWindow window) {
        IBindingService keys = window.getService(IBindingService.class);
        List<org.postyard.console.model.search.Command> found = new ArrayList<>();
        for (Command command : window.getService(ICommandService.class).getDefinedCommands()) {
            if (command.getId().startsWith(OURS) && command.isHandled()) {
                String key = keys.getBestActiveBindingFormattedFor(command.getId());
                found.add(new org.postyard.console.model.search.Command(
                        command.getId(), nameOf(command), key == null ? "" : key));
            }
        }
        return found;
    }

    private static String nameOf(Command command) {
        try {
            return command.getName();
        } catch (NotDefinedException gone) {
            return command.getId();
        }
    }
}

package org.postyard.console.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.keys.IBindingService;
import org.jspecify.annotations.Nullable;

/** Opens the quick search. */
public final class SearchHandler extends AbstractHandler {

    private static final String OURS = "org.postyard.console.ui.";

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = windowOf(event);
        new SearchPopup(window, commands(window)).open();
        return null;
    }

    /** The window that is active; the first one when the window system has given the focus to none. */
    private static IWorkbenchWindow windowOf(ExecutionEvent event) {
        return Optional.ofNullable(HandlerUtil.getActiveWorkbenchWindow(event))
                .orElseGet(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
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

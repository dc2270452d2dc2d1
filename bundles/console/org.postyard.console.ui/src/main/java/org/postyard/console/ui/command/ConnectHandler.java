package org.postyard.console.ui.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.connection.ConnectDialog;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.part.Console;

/** Opens the dialog that connects to a runtime. */
public final class ConnectHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = CommandWindow.of(event);
        new ConnectDialog(window.getShell(), window.getService(Console.class), Optional.empty()).open();
        return null;
    }
}

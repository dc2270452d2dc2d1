package org.postyard.console.ui.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.application.Console;
import org.postyard.console.ui.connection.ConnectDialog;

/** Opens the dialog that connects to a runtime. */
public final class ConnectHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        new ConnectDialog(window.getShell(), window.getService(Console.class), Optional.empty()).open();
        return null;
    }
}

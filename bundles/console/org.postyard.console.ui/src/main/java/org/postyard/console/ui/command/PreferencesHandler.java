package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.application.Console;
import org.postyard.console.ui.preference.PreferencesDialog;

/** Opens the preferences. */
public final class PreferencesHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        new PreferencesDialog(
                        window.getShell(), window.getService(Console.class).settings())
                .open();
        return null;
    }
}

package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.preference.PreferencesDialog;

/** Opens the preferences. */
public final class PreferencesHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = CommandWindow.of(event);
        new PreferencesDialog(
                        window.getShell(), window.getService(Console.class).settings())
                .open();
        return null;
    }
}

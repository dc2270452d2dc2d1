package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.part.Console;
import org.postyard.console.ui.preference.Settings;

/** Changes from light to dark, or back. */
public final class SwitchThemeHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        Settings settings = CommandWindow.of(event).getService(Console.class).settings();
        settings.dark(!settings.dark());
        return null;
    }
}

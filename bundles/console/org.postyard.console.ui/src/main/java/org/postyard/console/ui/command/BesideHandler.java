package org.postyard.console.ui.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.jspecify.annotations.Nullable;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.navigation.SideBySide;

/** Puts the view in front beside the others, or back among them. */
public final class BesideHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        new SideBySide(CommandWindow.of(event)).toggle();
        return null;
    }
}

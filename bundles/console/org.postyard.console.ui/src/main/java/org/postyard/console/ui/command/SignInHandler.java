package org.postyard.console.ui.command;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.jspecify.annotations.Nullable;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.ui.connection.Opening;
import org.postyard.console.ui.navigation.CommandWindow;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;

/**
 * Asks for the password of the runtime that is shown, or else of the first that needs one; where none does, it shows how all connections
 * are.
 */
public final class SignInHandler extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = CommandWindow.of(event);
        Console console = window.getService(Console.class);
        waiting(console)
                .ifPresentOrElse(
                        runtime -> new Opening(window.getShell(), console).open(runtime.connection()),
                        () -> new Navigator(window).go(Destination.CONNECTIONS));
        return null;
    }

    private static Optional<LiveRuntime> waiting(Console console) {
        return Stream.concat(console.current().runtime().stream(), console.connections().runtimes().all().stream())
                .filter(runtime -> Opening.asks(runtime.snapshot().link()))
                .findFirst();
    }
}

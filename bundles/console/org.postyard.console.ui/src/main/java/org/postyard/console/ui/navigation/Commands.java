package org.postyard.console.ui.navigation;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ids of the commands of the window, and a way to run them. Belongs to the thread of the user interface. */
public final class Commands {

    public static final String BESIDE = "org.postyard.console.ui.beside";
    public static final String CONNECT = "org.postyard.console.ui.connect";
    public static final String CONNECTIONS = "org.postyard.console.ui.connections";
    public static final String HELP = "org.postyard.console.ui.help";
    public static final String NEW_WINDOW = "org.postyard.console.ui.newWindow";
    public static final String PREFERENCES = "org.postyard.console.ui.preferences";
    public static final String SEARCH = "org.postyard.console.ui.search";
    public static final String SIGN_IN = "org.postyard.console.ui.signIn";
    public static final String SWITCH_THEME = "org.postyard.console.ui.switchTheme";

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final IWorkbenchWindow window;

    public Commands(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Whether this console has such a command. */
    public boolean known(String id) {
        return window.getService(ICommandService.class).getCommand(id).isDefined();
    }

    public void run(String id) {
        try {
            window.getService(IHandlerService.class).executeCommand(id, null);
        } catch (CommandException problem) {
            LOG.warn("command={} cannot be run now", id, problem);
        }
    }
}

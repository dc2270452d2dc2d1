package org.postyard.shell.log;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows or sets levels of loggers. */
@Service
@Command(
        scope = "postyard",
        name = "log-level",
        description = "Sets the level of a logger, or shows which have one of their own",
        detailedDescription = """
                Example; 'default' gives a logger the level of its parent again:

                  postyard:log-level
                  postyard:log-level org.postyard.engine debug
                  postyard:log-level org.postyard.engine default
                """)
public final class ChangeLogLevel extends YardCommand {
    @Argument(index = 0, name = "logger", description = "Name of a logger, or ROOT")
    private @Nullable String logger;

    @Argument(index = 1, name = "level", description = "A level, or default")
    private @Nullable String level;

    public ChangeLogLevel() {
        super(Operation.CHANGE_SETTINGS);
    }

    @Override
    protected void run() throws CommandException {
        if (logger != null && level != null) set(logger, level);
        Table table = Table.of("Logger", "Level");
        log().levels().forEach((name, found) -> table.row(name, Texts.word(found)));
        print(table);
    }

    private void set(String name, String word) throws CommandException {
        boolean reset = word.equals("default");
        if (reset && name.equals("ROOT")) throw new CommandException("ROOT has no parent whose level it could get");
        log().setLevel(name, reset ? Optional.empty() : Optional.of(Texts.parse(Level.class, word)), author());
    }
}

package org.postyard.shell.log;

import java.time.Duration;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.api.administration.LogDesk.Line;
import org.postyard.api.administration.LogDesk.Page;
import org.postyard.api.administration.LogDesk.Query;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows or follows the log of the node. */
@Service
@Command(
        scope = "postyard",
        name = "log",
        description = "Shows the last lines of the node's log, or follows it",
        detailedDescription = """
                Example:

                  postyard:log
                  postyard:log --level warn --limit 200
                  postyard:log --logger org.postyard.engine --text draining
                  postyard:log --follow             (until Ctrl-C)
                """)
public final class ShowLog extends YardCommand {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int MOST = 5_000;

    @Option(name = "--level", description = "Least grave level: error, warn, info, debug or trace")
    private String level = "info";

    @Option(name = "--logger", description = "Start of the logger's name")
    private String logger = "";

    @Option(name = "--text", description = "Part of the message")
    private String text = "";

    @Option(name = "--limit", description = "Most lines, 1 to 5000")
    private int limit = 50;

    @Option(name = "--follow", description = "Show lines as they are written, until Ctrl-C")
    private boolean follow;

    public ShowLog() {
        super(Operation.READ_LOG);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        if (limit < 1 || limit > MOST) throw new CommandException("--limit takes 1 to " + MOST);
        Level least = Texts.parse(Level.class, level);
        Page page = log().lines(new Query(OptionalLong.empty(), least, logger, text, limit));
        show(page);
        while (follow && !surroundings().out().checkError()) {
            Thread.sleep(PAUSE.toMillis());
            page = log().lines(new Query(OptionalLong.of(page.lastSequence()), least, logger, text, MOST));
            show(page);
        }
    }

    private void show(Page page) {
        for (Line line : page.lines()) {
            print(line.time() + " " + line.level() + " " + line.logger() + " " + line.message());
            if (!line.trace().isEmpty()) print(line.trace().strip());
        }
    }
}

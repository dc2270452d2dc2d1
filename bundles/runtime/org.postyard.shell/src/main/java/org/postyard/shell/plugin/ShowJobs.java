package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.api.administration.Job;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Shows long actions. */
@Service
@Command(
        scope = "postyard",
        name = "jobs",
        description = "Shows long actions under way, and the last ones that ended",
        detailedDescription = """
                Example:

                  postyard:jobs
                """)
public final class ShowJobs extends YardCommand {
    public ShowJobs() {
        super(Operation.WATCH);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Id", "What", "Author", "State", "#%", "Began", "Step or result");
        for (Job job : jobs().jobs())
            table.row(
                    job.id(),
                    job.title(),
                    job.author(),
                    Texts.word(job.state()),
                    job.percent(),
                    Texts.age(job.started(), now()) + " ago",
                    job.running() ? job.step() : job.result());
        print(table.ifEmpty("No long action since the start"));
    }
}

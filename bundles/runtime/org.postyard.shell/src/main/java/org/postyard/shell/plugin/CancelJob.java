package org.postyard.shell.plugin;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;

/** Cancels a long action. */
@Service
@Command(
        scope = "postyard",
        name = "job-cancel",
        description = "Asks a long action to stop and to put everything back",
        detailedDescription = """
                Example, with an id from postyard:jobs:

                  postyard:job-cancel 3
                """)
public final class CancelJob extends YardCommand {
    @Argument(index = 0, name = "id", description = "Id of the job", required = true)
    private String id = "";

    public CancelJob() {
        super(Operation.MANAGE_PLUGINS);
    }

    @Override
    protected void run() throws CommandException {
        if (!jobs().cancel(id, author()))
            throw new CommandException("There is no job " + id + " that could be cancelled");
        print("Job " + id + " is asked to stop");
    }
}

package org.postyard.shell.steer;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.ServerNames;

/** Puts a server back to work, after drain, maintenance or a failure. */
@Service
@Command(
        scope = "postyard",
        name = "server-resume",
        description = "Puts a server back to work, after drain, maintenance or a failure",
        detailedDescription = """
                It gets its share again from the next message on, and no flood.

                  postyard:server-resume relay1
                """)
public final class ResumeServer extends YardCommand {
    @Argument(index = 0, name = "server", description = "Id of the server", required = true)
    @Completion(ServerNames.class)
    private String server = "";

    public ResumeServer() {
        super(Operation.STEER_SERVERS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        report(await(yard().resume(server, author())));
    }
}

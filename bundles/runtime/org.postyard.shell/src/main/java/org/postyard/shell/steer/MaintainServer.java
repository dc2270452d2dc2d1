package org.postyard.shell.steer;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.ServerNames;

/** Drains a server and keeps it out of service until it is resumed. */
@Service
@Command(
        scope = "postyard",
        name = "server-maintenance",
        description = "Drains a server and keeps it out of service until it is resumed",
        detailedDescription = """
                Use it before you switch the machine off: postyard:servers says when nothing is in flight any more.

                  postyard:server-maintenance relay1
                """)
public final class MaintainServer extends YardCommand {
    @Argument(index = 0, name = "server", description = "Id of the server", required = true)
    @Completion(ServerNames.class)
    private String server = "";

    public MaintainServer() {
        super(Operation.STEER_SERVERS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        report(await(yard().maintenance(server, author())));
    }
}

package org.postyard.shell.steer;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.ServerNames;

/** Stops new work for a server; what is in flight ends normally. */
@Service
@Command(
        scope = "postyard",
        name = "server-drain",
        description = "Stops new work for a server; what is in flight ends normally",
        detailedDescription = """
                Its mail goes through the other servers of the pool, or waits if there are none. Stays so over restarts, until resumed.

                  postyard:server-drain relay1
                """)
public final class DrainServer extends YardCommand {
    @Argument(index = 0, name = "server", description = "Id of the server", required = true)
    @Completion(ServerNames.class)
    private String server = "";

    public DrainServer() {
        super(Operation.STEER_SERVERS);
    }

    @Override
    protected void run() throws CommandException, InterruptedException {
        report(await(yard().drain(server, author())));
    }
}

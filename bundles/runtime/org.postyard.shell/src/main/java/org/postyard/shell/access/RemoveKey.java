package org.postyard.shell.access;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;

/** Removes an API key. */
@Service
@Command(
        scope = "postyard",
        name = "key-remove",
        description = "Removes an API key; the program that uses it is refused from now on",
        detailedDescription = """
                Example:

                  postyard:keys
                  postyard:key-remove 7f3c2a
                """)
public final class RemoveKey extends YardCommand {
    @Argument(index = 0, name = "id", description = "Id of the key, as postyard:keys shows it", required = true)
    private String id = "";

    public RemoveKey() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        if (!keys().remove(id)) throw new CommandException("There is no key '" + id + "'; see postyard:keys");
        print("Key " + id + " is removed");
    }
}

package org.postyard.shell.access;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.ApiKeys.ApiKey;
import org.postyard.api.access.Operation;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** Lists the API keys. */
@Service
@Command(
        scope = "postyard",
        name = "keys",
        description = "Lists the API keys; their secrets cannot be read",
        detailedDescription = """
                Example:

                  postyard:keys

                Accounts of people are in the realm: see jaas:realm-manage, jaas:user-list, jaas:user-add.
                """)
public final class ShowKeys extends YardCommand {
    public ShowKeys() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        Table table = Table.of("Id", "Name", "Role", "Created", "By", "Expires");
        for (ApiKey key : keys().list())
            table.row(
                    key.id(),
                    key.name(),
                    key.role().realmName(),
                    Texts.time(key.created()),
                    key.author(),
                    key.expires().map(Texts::time).orElse("never"));
        print(table.ifEmpty("No API keys"));
    }
}

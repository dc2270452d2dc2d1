package org.postyard.shell.access;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.RoleNames;

/** Makes an account. */
@Service
@Command(
        scope = "postyard",
        name = "account-create",
        description = "Makes an account with a made-up password, which is shown once",
        detailedDescription = """
                Example:

                  postyard:account-create --role operator ben
                  postyard:account-create --role admin --shell anna
                  postyard:account-create --role viewer --from-input wall

                With --from-input the password is the first line that is typed or piped in.
                """)
public final class CreateAccount extends YardCommand {
    @Option(name = "--role", description = "What it may do; may be repeated", required = true, multiValued = true)
    @Completion(RoleNames.class)
    private @Nullable List<String> roles;

    @Option(name = "--shell", description = "It may also log in to the shell")
    private boolean shell;

    @Option(name = "--from-input", description = "Read the password from the input")
    private boolean fromInput;

    @Argument(index = 0, name = "name", description = "Name of the account", required = true)
    private String name = "";

    public CreateAccount() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        String password = fromInput ? NewPassword.read(surroundings().in()) : NewPassword.madeUp();
        report(accounts().create(name, password, RoleWords.parse(roles), shell, author()));
        if (!fromInput) print("Password, shown only this once: " + password);
    }
}

package org.postyard.shell.access;

import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.ApiKeys.Created;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;
import org.postyard.shell.completion.RoleNames;

/** Makes an API key. */
@Service
@Command(
        scope = "postyard",
        name = "key-create",
        description = "Makes an API key for a program; its token is shown once",
        detailedDescription = """
                Example:

                  postyard:key-create --role integrator shop
                  postyard:key-create --role viewer --expires 90d dashboard

                The program sends the token with each request: 'Authorization: Bearer TOKEN'.
                """)
public final class CreateKey extends YardCommand {
    @Option(name = "--role", description = "What it may do: viewer, operator, integrator or admin", required = true)
    @Completion(RoleNames.class)
    private String role = "";

    @Option(name = "--expires", description = "When it ends by itself: 12h, 90d, or a time; never if left out")
    private @Nullable String expires;

    @Argument(index = 0, name = "name", description = "Who will use it", required = true)
    private String name = "";

    public CreateKey() {
        super(Operation.MANAGE_ACCESS);
    }

    @Override
    protected void run() throws CommandException {
        Role given = Texts.parse(Role.class, role);
        Optional<Instant> end = expires == null ? Optional.empty() : Optional.of(Texts.future(expires, now()));
        Created created = keys().create(name, given, end, author());
        print("Key " + created.key().id() + " for " + name + ", role " + given.realmName()
                + end.map(time -> ", until " + Texts.time(time)).orElse(""));
        print("Token, shown only this once: " + created.token());
    }
}

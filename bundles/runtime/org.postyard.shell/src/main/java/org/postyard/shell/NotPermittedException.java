package org.postyard.shell;

import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;

/** The caller's roles do not allow a command. */
public final class NotPermittedException extends CommandException {
    private static final long serialVersionUID = 1L;

    NotPermittedException(Caller caller, Operation operation) {
        super(text(caller, operation));
    }

    private static String text(Caller caller, Operation operation) {
        StringBuilder roles = new StringBuilder();
        for (Role role : Role.values()) {
            if (!operation.allowedTo(role)) continue;
            if (!roles.isEmpty()) roles.append(" or ");
            roles.append(role.realmName());
        }
        return caller.name() + " may not do this: it takes the role " + roles;
    }
}

package org.postyard.api.administration;

import java.util.List;
import java.util.Set;
import org.postyard.api.access.Role;
import org.postyard.api.operation.ActionResult;

/**
 * Host service for the accounts of the node. Passwords are kept as hashes only. Blocking; a change that is refused gives
 * the reason in its result and changes nothing.
 */
public interface AccountDesk {
    int SHORTEST_PASSWORD = 12;

    List<Account> accounts();

    ActionResult create(String name, String password, Set<Role> roles, boolean shell, String author);

    ActionResult changePassword(String name, String password, String author);

    /** @param shell whether the account may log in to the shell */
    ActionResult changeRoles(String name, Set<Role> roles, boolean shell, String author);

    /** Refuses to remove the last account with the role admin. */
    ActionResult remove(String name, String author);

    /** An account without its password. */
    record Account(String name, Set<Role> roles, boolean shell) {
        public Account {
            roles = Set.copyOf(roles);
        }
    }
}

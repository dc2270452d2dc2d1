package org.postyard.control;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.operation.ActionResult;

/** Accounts in a map that refuses to lose anna. */
final class FakeAccounts implements AccountDesk {
    private final Map<String, Account> accounts = Collections.synchronizedMap(new TreeMap<>(Map.of(
            "anna", new Account("anna", Set.of(Role.ADMIN), true),
            "ben", new Account("ben", Set.of(Role.VIEWER), false))));
    volatile String lastPassword = "";

    @Override
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    @Override
    public ActionResult create(String name, String password, Set<Role> roles, boolean shell, String author) {
        lastPassword = password;
        return changeRoles(name, roles, shell, author);
    }

    @Override
    public ActionResult changePassword(String name, String password, String author) {
        lastPassword = password;
        return new ActionResult(password.length() > 5, 1, "The password is too short.");
    }

    @Override
    public ActionResult changeRoles(String name, Set<Role> roles, boolean shell, String author) {
        accounts.put(name, new Account(name, roles, shell));
        return new ActionResult(true, 1, "Done.");
    }

    @Override
    public ActionResult remove(String name, String author) {
        if (name.equals("anna")) return new ActionResult(false, 0, "anna is the last admin.");
        accounts.remove(name);
        return new ActionResult(true, 1, "Removed.");
    }
}

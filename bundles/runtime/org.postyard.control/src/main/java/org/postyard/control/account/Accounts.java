package org.postyard.control.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.AccountDesk.Account;
import org.postyard.api.operation.ActionResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules for accounts over a store. One lock for changes. */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String SHELL = "ssh";
    /** What the shell's own commands want of somebody who may log in to it. */
    private static final Set<String> SHELL_OF_ADMIN = Set.of("manager", "systembundles");

    private static final int LONGEST_PASSWORD = 256;

    private final AccountStore store;
    private final Runnable changed;

    /** @param changed told after each change, so that nothing that was remembered of an account is believed any more */
    Accounts(AccountStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    List<Account> list() {
        return store.accounts().entrySet().stream()
                .map(entry -> new Account(
                        entry.getKey(),
                        entry.getValue().stream()
                                .flatMap(role -> Role.ofRealmName(role).stream())
                                .collect(Collectors.toUnmodifiableSet()),
                        entry.getValue().contains(SHELL)))
                .toList();
    }

    synchronized ActionResult create(String name, String password, Set<Role> roles, boolean shell, String author) {
        if (!NAME.matcher(name).matches())
            return refused("A name has 1 to 64 letters, digits, '.', '_' or '-', a letter or digit first.");
        if (find(name).isPresent()) return refused("There is an account " + name + " already.");
        if (roles.isEmpty()) return refused("An account needs at least one role.");
        Optional<String> weak = weakness(name, password);
        if (weak.isPresent()) return refused(weak.get());
        store.setPassword(name, password);
        store.setRoles(name, realmRoles(roles, shell));
        return done("created", name, author, "Account " + name + " is there.");
    }

    synchronized ActionResult changePassword(String name, String password, String author) {
        if (find(name).isEmpty()) return unknown(name);
        Optional<String> weak = weakness(name, password);
        if (weak.isPresent()) return refused(weak.get());
        store.setPassword(name, password);
        return done("password changed", name, author, "Account " + name + " has a new password.");
    }

    synchronized ActionResult changeRoles(String name, Set<Role> roles, boolean shell, String author) {
        if (find(name).isEmpty()) return unknown(name);
        if (roles.isEmpty()) return refused("An account needs at least one role; remove it instead.");
        if (!roles.contains(Role.ADMIN) && lastAdmin(name)) return lastAdminStays(name);
        store.setRoles(name, realmRoles(roles, shell));
        return done("roles changed to " + roles, name, author, "Account " + name + " has other roles.");
    }

    synchronized ActionResult remove(String name, String author) {
        if (find(name).isEmpty()) return unknown(name);
        if (lastAdmin(name)) return lastAdminStays(name);
        store.remove(name);
        return done("removed", name, author, "Account " + name + " is removed.");
    }

    private Optional<Account> find(String name) {
        return list().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    private boolean lastAdmin(String name) {
        List<String> admins = list().stream()
                .filter(account -> account.roles().contains(Role.ADMIN))
                .map(Account::name)
                .toList();
        return admins.equals(List.of(name));
    }

    private static Set<String> realmRoles(Set<Role> roles, boolean shell) {
        Set<String> names = roles.stream().map(Role::realmName).collect(Collectors.toCollection(TreeSet::new));
        if (shell) names.add(SHELL);
        if (shell && roles.contains(Role.ADMIN)) names.addAll(SHELL_OF_ADMIN);
        return names;
    }

    private static Optional<String> weakness(String name, String password) {
        if (password.length() < AccountDesk.SHORTEST_PASSWORD)
            return Optional.of("A password has at least " + AccountDesk.SHORTEST_PASSWORD + " characters.");
        if (password.length() > LONGEST_PASSWORD)
            return Optional.of("A password has at most " + LONGEST_PASSWORD + " characters.");
        if (password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) && name.length() > 2)
            return Optional.of("The password must not contain the name of the account.");
        if (password.chars().distinct().count() < 5)
            return Optional.of("The password has fewer than five different characters.");
        return Optional.empty();
    }

    private ActionResult done(String what, String name, String author, String text) {
        changed.run();
        LOG.info("Account {}: account={} author={}", what, name, author);
        return new ActionResult(true, 1, text);
    }

    private static ActionResult unknown(String name) {
        return refused("There is no account " + name + ".");
    }

    private static ActionResult lastAdminStays(String name) {
        return refused(name + " is the last account with the role admin; give the role to another one first.");
    }

    private static ActionResult refused(String text) {
        return new ActionResult(false, 0, text);
    }
}

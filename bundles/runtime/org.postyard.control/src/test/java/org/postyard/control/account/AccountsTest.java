package org.postyard.control.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk.Account;

class AccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private final InMemoryStore store = new InMemoryStore();
    private final AtomicInteger changes = new AtomicInteger();
    private final Accounts accounts = new Accounts(store, changes::incrementAndGet);

    @Test
    void anAccountIsMadeWithItsRolesAndOnlyThenCanBeUsed() {
        assertThat(accounts.create("carl", PASSWORD, Set.of(Role.OPERATOR), true, "anna")
                        .done())
                .isTrue();

        assertThat(accounts.list()).contains(new Account("carl", Set.of(Role.OPERATOR), true));
        assertThat(store.passwords).containsEntry("carl", PASSWORD);
        assertThat(changes).hasValue(1);
        assertThat(accounts.create("carl", PASSWORD, Set.of(Role.VIEWER), false, "anna")
                        .done())
                .isFalse();
    }

    @Test
    void weakPasswordsAndStrangeNamesAreRefused() {
        assertThat(accounts.create("carl", "short", Set.of(Role.VIEWER), false, "anna")
                        .done())
                .isFalse();
        assertThat(accounts.create("carl", "aaaaaaaaaaaaaaa", Set.of(Role.VIEWER), false, "anna")
                        .done())
                .isFalse();
        assertThat(accounts.create("carl", "this is carl 123", Set.of(Role.VIEWER), false, "anna")
                        .done())
                .isFalse();
        assertThat(accounts.create("_g_:x", PASSWORD, Set.of(Role.VIEWER), false, "anna")
                        .done())
                .isFalse();
        assertThat(accounts.create("carl", PASSWORD, Set.of(), false, "anna").done())
                .isFalse();
        assertThat(accounts.changePassword("admin", "short", "anna").done()).isFalse();
        assertThat(changes).hasValue(0);
    }

    @Test
    void theLastAdminStays() {
        assertThat(accounts.remove("admin", "admin").done()).isFalse();
        assertThat(accounts.changeRoles("admin", Set.of(Role.VIEWER), true, "admin")
                        .done())
                .isFalse();

        accounts.create("carl", PASSWORD, Set.of(Role.ADMIN), false, "admin");

        assertThat(accounts.changeRoles("admin", Set.of(Role.VIEWER), false, "admin")
                        .done())
                .isTrue();
        assertThat(accounts.remove("admin", "carl").done()).isTrue();
        assertThat(accounts.remove("carl", "carl").done()).isFalse();
    }

    @Test
    void passwordsAndRolesAreChangedOnlyOfAccountsThatAreThere() {
        assertThat(accounts.changePassword("admin", PASSWORD, "admin").done()).isTrue();
        assertThat(store.passwords).containsEntry("admin", PASSWORD);
        assertThat(accounts.changePassword("nobody", PASSWORD, "admin").done()).isFalse();
        assertThat(accounts.changeRoles("nobody", Set.of(Role.VIEWER), false, "admin")
                        .done())
                .isFalse();
        assertThat(accounts.remove("nobody", "admin").done()).isFalse();
    }

    /** Accounts in maps, with one admin at first. */
    private static final class InMemoryStore implements AccountStore {
        private final Map<String, Set<String>> roles =
                new TreeMap<>(Map.of("admin", Set.of("admin", "manager", "ssh")));
        private final Map<String, String> passwords = new TreeMap<>();

        @Override
        public Map<String, Set<String>> accounts() {
            return Map.copyOf(roles);
        }

        @Override
        public void setPassword(String name, String password) {
            passwords.put(name, password);
            roles.putIfAbsent(name, Set.of());
        }

        @Override
        public void setRoles(String name, Set<String> given) {
            roles.put(name, Set.copyOf(given));
        }

        @Override
        public void remove(String name) {
            roles.remove(name);
        }
    }
}

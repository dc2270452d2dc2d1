package org.postyard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postyard.api.access.Operation.CHANGE_FLEET;
import static org.postyard.api.access.Operation.CHANGE_SETTINGS;
import static org.postyard.api.access.Operation.DELETE_MAIL;
import static org.postyard.api.access.Operation.EDIT_SUPPRESSIONS;
import static org.postyard.api.access.Operation.MANAGE_ACCESS;
import static org.postyard.api.access.Operation.MANAGE_PLUGINS;
import static org.postyard.api.access.Operation.READ_ADDRESSES;
import static org.postyard.api.access.Operation.READ_FLEET;
import static org.postyard.api.access.Operation.READ_LOG;
import static org.postyard.api.access.Operation.STEER_QUEUES;
import static org.postyard.api.access.Operation.STEER_SERVERS;
import static org.postyard.api.access.Operation.TUNE;
import static org.postyard.api.access.Operation.WATCH;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postyard.api.access.Caller;
import org.postyard.api.access.Operation;
import org.postyard.api.access.Role;

/** Who may type which command. */
class PermissionTest {
    private static final Map<String, Operation> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("ledger", WATCH),
            Map.entry("servers", WATCH),
            Map.entry("sources", WATCH),
            Map.entry("pools", WATCH),
            Map.entry("plugins", WATCH),
            Map.entry("health", WATCH),
            Map.entry("metrics", WATCH),
            Map.entry("queues", WATCH),
            Map.entry("balance-dry-run", WATCH),
            Map.entry("server-drain", STEER_SERVERS),
            Map.entry("server-maintenance", STEER_SERVERS),
            Map.entry("server-resume", STEER_SERVERS),
            Map.entry("pool-balancer", TUNE),
            Map.entry("queue-inspect", READ_ADDRESSES),
            Map.entry("queue-hold", STEER_QUEUES),
            Map.entry("queue-release", STEER_QUEUES),
            Map.entry("queue-reroute", STEER_QUEUES),
            Map.entry("queue-expedite", STEER_QUEUES),
            Map.entry("queue-delete", DELETE_MAIL),
            Map.entry("message", READ_ADDRESSES),
            Map.entry("messages", READ_ADDRESSES),
            Map.entry("events", READ_ADDRESSES),
            Map.entry("suppressions", READ_ADDRESSES),
            Map.entry("suppress", EDIT_SUPPRESSIONS),
            Map.entry("unsuppress", EDIT_SUPPRESSIONS),
            Map.entry("fleet-show", READ_FLEET),
            Map.entry("fleet-check", READ_FLEET),
            Map.entry("fleet-diff", READ_FLEET),
            Map.entry("fleet-versions", READ_FLEET),
            Map.entry("fleet-schema", READ_FLEET),
            Map.entry("fleet-apply", CHANGE_FLEET),
            Map.entry("fleet-rollback", CHANGE_FLEET),
            Map.entry("limits", READ_FLEET),
            Map.entry("limit-set", TUNE),
            Map.entry("plugin-preview", MANAGE_PLUGINS),
            Map.entry("plugin-install", MANAGE_PLUGINS),
            Map.entry("plugin-start", MANAGE_PLUGINS),
            Map.entry("plugin-stop", MANAGE_PLUGINS),
            Map.entry("plugin-drain", MANAGE_PLUGINS),
            Map.entry("plugin-open", MANAGE_PLUGINS),
            Map.entry("plugin-rollback", MANAGE_PLUGINS),
            Map.entry("plugin-remove", MANAGE_PLUGINS),
            Map.entry("features", WATCH),
            Map.entry("feature-install", MANAGE_PLUGINS),
            Map.entry("feature-remove", MANAGE_PLUGINS),
            Map.entry("jobs", WATCH),
            Map.entry("job-cancel", MANAGE_PLUGINS),
            Map.entry("settings", CHANGE_SETTINGS),
            Map.entry("setting-set", CHANGE_SETTINGS),
            Map.entry("setting-reset", CHANGE_SETTINGS),
            Map.entry("log", READ_LOG),
            Map.entry("log-level", CHANGE_SETTINGS),
            Map.entry("accounts", MANAGE_ACCESS),
            Map.entry("account-create", MANAGE_ACCESS),
            Map.entry("account-password", MANAGE_ACCESS),
            Map.entry("account-roles", MANAGE_ACCESS),
            Map.entry("account-remove", MANAGE_ACCESS),
            Map.entry("keys", MANAGE_ACCESS),
            Map.entry("key-create", MANAGE_ACCESS),
            Map.entry("key-remove", MANAGE_ACCESS)));

    static Stream<Arguments> cells() {
        return TABLE.keySet().stream().flatMap(name -> Stream.of(Role.values()).map(role -> Arguments.of(name, role)));
    }

    @Test
    void everyCommandIsInTheTableWithItsOperation() {
        assertThat(TestShell.commands().keySet()).isEqualTo(TABLE.keySet());
        TABLE.forEach((name, operation) ->
                assertThat(TestShell.command(name).operation()).as(name).isEqualTo(operation));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachRoleMayDoWhatTheTableSays(String name, Role role) throws InterruptedException {
        Operation operation = TABLE.getOrDefault(name, MANAGE_ACCESS);
        boolean refused = false;
        try {
            new TestShell().as(role).run(name);
        } catch (CommandException e) {
            refused = String.valueOf(e.getMessage()).startsWith("anna may not do this");
        }
        assertThat(refused).isEqualTo(!operation.allowedTo(role));
    }

    @Test
    void somebodyWithoutARoleMayNothing() {
        for (String name : TABLE.keySet())
            assertThatThrownBy(() -> new TestShell().as().run(name))
                    .isExactlyInstanceOf(CommandException.class)
                    .hasMessageStartingWith("anna may not do this");
    }

    @Test
    void aRefusalNamesTheRolesThatItTakes() {
        assertThatThrownBy(() -> new TestShell().as(Role.VIEWER).run("server-drain", "relay-1"))
                .hasMessage("anna may not do this: it takes the role operator or admin");
    }

    @Test
    void theCallerIsTheSubjectThatLoggedIn() {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal("ben"));
        for (String role : new String[] {"operator", "viewer", "ssh", "manager"})
            subject.getPrincipals().add(new RolePrincipal(role));
        assertThat(ShellCaller.of(subject)).isEqualTo(new Caller("ben", Set.of(Role.OPERATOR, Role.VIEWER)));
        assertThat(ShellCaller.of(new Subject()).roles()).isEmpty();
        assertThat(ShellCaller.current().roles()).isEmpty();
    }
}

package org.postyard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.Role;
import org.postyard.api.administration.AccountDesk;
import org.postyard.api.administration.AccountDesk.Account;
import org.postyard.api.administration.LogDesk;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.api.administration.LogDesk.Line;
import org.postyard.api.administration.SettingsDesk;
import org.postyard.api.administration.SettingsDesk.Setting;
import org.postyard.api.administration.SettingsDesk.Settings;
import org.postyard.api.administration.SettingsDesk.Type;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.fleet.LimitDesk.Limit;
import org.postyard.api.fleet.LimitDesk.Name;
import org.postyard.api.fleet.LimitDesk.Scope;
import org.postyard.api.operation.ActionResult;

/** Commands by which people change the node itself. */
class AdministrationCommandsTest {
    private final List<String> done = new ArrayList<>();
    private final TestShell shell = new TestShell()
            .with(AccountDesk.class, new Accounts())
            .with(SettingsDesk.class, new OneSetting())
            .with(LogDesk.class, new OneLine())
            .with(LimitDesk.class, new OneLimit());

    @Test
    void accountsAreShownAndMadeWithAPasswordThatIsShownOnce() throws Exception {
        assertThat(shell.run("accounts")).contains("anna", "viewer, admin", "yes");

        String printed = shell.run("account-create", "--role", "operator", "ben");

        assertThat(printed).contains("created ben").containsPattern("only this once: \\S{20}");
        assertThat(done.get(0)).startsWith("create ben [OPERATOR] ");
    }

    @Test
    void aPasswordCanBePipedInAndIsNeverPrinted() throws Exception {
        assertThat(shell.pipe("correct horse battery\n").run("account-password", "--from-input", "anna"))
                .doesNotContain("horse");
        assertThat(done).containsExactly("password anna correct horse battery");
        assertThatThrownBy(() -> shell.pipe("").run("account-password", "--from-input", "anna"))
                .hasMessageContaining("no password");
    }

    @Test
    void whatTheDeskRefusesIsAFailure() {
        assertThatThrownBy(() -> shell.run("account-remove", "anna")).hasMessage("anna is the last admin");
    }

    @Test
    void settingsAreShownWithoutSecretsAndSet() throws Exception {
        assertThat(shell.run("settings")).contains("org.postyard.x");
        assertThat(shell.run("settings", "org.postyard.x")).contains("seconds", "30", "integer from 1", "(set)");
        assertThat(shell.run("setting-set", "org.postyard.x", "seconds", "5")).contains("is set");
        assertThat(done).containsExactly("{seconds=[5]}");
        assertThatThrownBy(() -> shell.run("setting-set", "org.postyard.x", "seconds", "6"))
                .hasMessageContaining("is not 5");
        assertThatThrownBy(() -> shell.run("settings", "nobody")).hasMessageContaining("Nothing declares");
    }

    @Test
    void theLogIsShownAndLevelsAreSet() throws Exception {
        assertThat(shell.run("log", "--level", "warn")).contains("WARN org.postyard.x careful");
        assertThat(shell.run("log-level", "org.postyard", "debug")).contains("ROOT");
        assertThat(done).containsExactly("level org.postyard Optional[DEBUG]");
        assertThatThrownBy(() -> shell.run("log", "--level", "loud")).hasMessageContaining("not one of");
    }

    @Test
    void limitsAreShownAndChanged() throws Exception {
        assertThat(shell.run("limits")).contains("connections", "5", "server relay1");
        assertThat(shell.run("limit-set", "--reason", "slow", "--server", "relay1", "connections", "8"))
                .contains("Version 9 is in force");
        assertThat(done).containsExactly("connections relay1 OptionalDouble[8.0] slow");
        assertThatThrownBy(() -> shell.run("limit-set", "--reason", "x", "colour", "8"))
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> shell.run("limit-set", "--reason", "x", "connections", "many"))
                .hasMessageContaining("no number");
    }

    /** One admin, whom nobody removes. */
    private final class Accounts implements AccountDesk {
        @Override
        public List<Account> accounts() {
            return List.of(new Account("anna", Set.of(Role.VIEWER, Role.ADMIN), true));
        }

        @Override
        public ActionResult create(String name, String password, Set<Role> roles, boolean mayShell, String author) {
            done.add("create " + name + " " + roles + " " + password);
            return new ActionResult(true, 1, "created " + name);
        }

        @Override
        public ActionResult changePassword(String name, String password, String author) {
            done.add("password " + name + " " + password);
            return new ActionResult(true, 1, "changed");
        }

        @Override
        public ActionResult changeRoles(String name, Set<Role> roles, boolean mayShell, String author) {
            return new ActionResult(true, 1, "changed");
        }

        @Override
        public ActionResult remove(String name, String author) {
            return new ActionResult(false, 0, name + " is the last admin");
        }
    }

    /** A number that can only be 5, and a secret. */
    private final class OneSetting implements SettingsDesk {
        @Override
        public List<Settings> settings() {
            return List.of(new Settings(
                    "org.postyard.x",
                    "X",
                    "",
                    "org.postyard.x",
                    true,
                    true,
                    List.of(
                            new Setting(
                                    "seconds",
                                    "Seconds",
                                    "Of something.",
                                    Type.INTEGER,
                                    0,
                                    true,
                                    Map.of(),
                                    Optional.of("1"),
                                    Optional.empty(),
                                    List.of("30"),
                                    List.of("30"),
                                    false),
                            new Setting(
                                    "password",
                                    "Password",
                                    "",
                                    Type.SECRET,
                                    0,
                                    false,
                                    Map.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    List.of(),
                                    true))));
        }

        @Override
        public Optional<Settings> settings(String pid) {
            return settings().stream()
                    .filter(settings -> settings.pid().equals(pid))
                    .findFirst();
        }

        @Override
        public List<Wrong> check(String pid, Map<String, List<String>> values) {
            return values.equals(Map.of("seconds", List.of("5")))
                    ? List.of()
                    : List.of(new Wrong("seconds", "is not 5"));
        }

        @Override
        public List<Wrong> change(String pid, Map<String, List<String>> values, String author) {
            if (check(pid, values).isEmpty()) done.add(values.toString());
            return check(pid, values);
        }

        @Override
        public boolean reset(String pid, String author) {
            return true;
        }
    }

    /** One line and one level. */
    private final class OneLine implements LogDesk {
        @Override
        public Page lines(Query query) {
            return new Page(
                    List.of(new Line(1, Instant.EPOCH, Level.WARN, "org.postyard.x", "", "main", "careful", "")),
                    1,
                    false);
        }

        @Override
        public Map<String, Level> levels() {
            return Map.of("ROOT", Level.INFO);
        }

        @Override
        public void setLevel(String logger, Optional<Level> level, String author) {
            done.add("level " + logger + " " + level);
        }
    }

    /** One limit of one server. */
    private final class OneLimit implements LimitDesk {
        @Override
        public List<Limit> limits() {
            Scope scope = new Scope(
                    Optional.of("relay1"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            return List.of(new Limit(scope, Name.CONNECTIONS, 5));
        }

        @Override
        public Applied change(Scope scope, Name name, OptionalDouble value, String author, String reason) {
            done.add(name.key() + " " + scope.server().orElse("*") + " " + value + " " + reason);
            return new Applied(
                    Optional.of(new FleetVersion(9, Instant.EPOCH, author, reason, "")), List.of(), List.of());
        }
    }
}

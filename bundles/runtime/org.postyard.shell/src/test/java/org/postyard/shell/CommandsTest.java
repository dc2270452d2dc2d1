package org.postyard.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postyard.api.access.Role;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetVersion;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.Health;
import org.postyard.api.operation.MessageStatus;
import org.postyard.api.operation.MessageStatus.RecipientStatus;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.Suppression;
import org.postyard.testkit.operation.FakeYard;

/** What the commands print and do. */
class CommandsTest {
    private static final AttemptTrace ATTEMPT = new AttemptTrace(
            1,
            "main",
            "relay-1-a",
            "relay-1",
            "*",
            "",
            "127.0.0.1:2601",
            451,
            "4.7.1",
            BounceClass.values()[1],
            12,
            true);

    @TempDir
    Path folder = Path.of("");

    private final TestShell shell = new TestShell();

    @Test
    void theLedgerShowsEveryColumnAndWhetherItBalances() throws Exception {
        assertThat(shell.run("ledger"))
                .contains("bulk", "100", "60")
                .contains("Balanced as of 2026-01-02T03:04:05Z; possible duplicates since the start: 3");
    }

    @Test
    void serversSourcesPoolsPluginsAndMetricsAreTables() throws Exception {
        assertThat(shell.run("servers")).contains("relay-1", "active", "75.0%", "relay-2", "draining", "as told (0s)");
        assertThat(shell.run("sources")).contains("relay-1-a", "127.0.0.1:2601", "12.5");
        assertThat(shell.run("sources", "--server", "relay-2"))
                .contains("relay-2-a")
                .doesNotContain("relay-1-a");
        assertThat(shell.run("pools")).contains("round-robin", "75.0%", "25.0%");
        assertThat(shell.run("plugins")).contains("balancer", "org.postyard.balancer.basic", "open", "1000");
        assertThat(shell.run("metrics")).contains("postyard_accepted_total{class=\"bulk\"}", "100");
        assertThat(shell.run("metrics", "postyard_q"))
                .contains("postyard_queued")
                .doesNotContain("accepted");
    }

    @Test
    void healthFailsIfTheNodeIsNotReady() throws Exception {
        assertThat(shell.run("health")).contains("spool", "yes", "90 % of the disk is free");
        shell.yard.feel(new Health(List.of(new Health.Part("spool", false, "disk full"))));
        assertThatThrownBy(() -> shell.run("health")).hasMessage("The node is not ready");
    }

    @ParameterizedTest
    @CsvSource({"server-drain, drain", "server-maintenance, maintenance", "server-resume, resume"})
    void serversAreSteeredInTheNameOfTheCaller(String command, String action) throws Exception {
        assertThat(shell.run(command, "relay-1")).contains("Done: " + action + " relay-1 by anna");
        assertThat(shell.yard.actions()).containsExactly(action + " relay-1 by anna");
    }

    @Test
    void anActionThatWasNotDoneIsAFailure() {
        shell.yard.obey(false);
        assertThatThrownBy(() -> shell.run("server-drain", "relay-1"))
                .isInstanceOf(CommandException.class)
                .hasMessage("Not now: drain relay-1 by anna");
    }

    @Test
    void aBalancerIsSwitchedAndTriedWithoutSending() throws Exception {
        shell.run("pool-balancer", "main", "weighted");
        assertThat(shell.yard.actions()).containsExactly("switch main to weighted by anna");
        assertThat(shell.run("balance-dry-run", "main")).contains("relay-1-a", "10000", "100.0%");
        assertThat(shell.run("balance-dry-run", "--messages", "50", "main", "weighted"))
                .contains("50");
        assertThatThrownBy(() -> shell.run("balance-dry-run", "absent"))
                .hasMessageContaining("There is no pool 'absent'");
    }

    @Test
    void queuesAreFoundByNameOrByCondition() throws Exception {
        assertThat(shell.run("queues")).contains("default/spring/a.example", "default//b.example", "held by anna");
        assertThat(shell.run("queues", "default//b.example"))
                .contains("b.example")
                .doesNotContain("a.example");
        assertThat(shell.run("queues", "--campaign", "spring"))
                .contains("a.example")
                .doesNotContain("b.example");
        assertThat(shell.run("queues", "--tenant", "other")).contains("No such queue");
        assertThat(shell.run("queue-inspect", "--domain", "a.example"))
                .contains(FakeYard.MESSAGE.text(), "anna@a.example", "in 60s", "451 4.7.1");
        assertThatThrownBy(() -> shell.run("queues", "b.example"))
                .hasMessageContaining("names are tenant/campaign/domain");
        assertThatThrownBy(() -> shell.run("queues", "--tenant", "x", "default//b.example"))
                .hasMessageContaining("but not both");
    }

    @Test
    void queuesAreChangedInTheNameOfTheCaller() throws Exception {
        shell.run("queue-hold", "--reason", "wrong link", "default//b.example");
        shell.run("queue-hold", "--reason", "slashes", "default/spring/red/a.example");
        shell.run("queue-release", "--tenant", "acme");
        shell.run("queue-reroute", "--to", "backup", "--domain", "a.example");
        shell.run("queue-expedite", "--all");
        shell.run("queue-delete", "--yes", "--pool", "main");
        assertThat(shell.yard.actions())
                .containsExactly(
                        "hold default//b.example@* because wrong link by anna",
                        "hold default/spring/red/a.example@* because slashes by anna",
                        "release acme/*/*@* by anna",
                        "reroute */*/a.example@* to backup by anna",
                        "expedite */*/*@* by anna",
                        "delete */*/*@main because deleted in the shell by anna");
    }

    @Test
    void deletingOnlyShowsWhatItWouldDeleteUnlessConfirmed() throws Exception {
        assertThat(shell.run("queue-delete", "--tenant", "default"))
                .contains("default//b.example")
                .contains("This would touch 47 recipients; nothing was changed. Repeat it with --yes to do it.");
        assertThat(shell.yard.actions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue-hold", "queue-release", "queue-reroute", "queue-expedite", "queue-delete"})
    void aQueueChangeWantsToKnowWhichAndCanBePreviewed(String command) throws Exception {
        assertThatThrownBy(() -> shell.run(command)).hasMessageContaining("Which queues?");
        assertThat(shell.run(command, "--preview", "default//b.example")).contains("This would touch 7 recipients");
        assertThat(shell.yard.actions()).isEmpty();
    }

    @Test
    void aMessageIsShownWithItsStateAndEveryAttempt() throws Exception {
        shell.yard.show(new MessageStatus(
                message(),
                List.of(new RecipientStatus(
                        0, "anna@a.example", "waiting", 1, FakeYard.NOW.plusSeconds(300), "451 4.7.1"))));
        shell.journal.append(List.of(
                event(1, EventKind.RECEIVED, AttemptTrace.NONE, ""),
                event(2, EventKind.DEFERRED, ATTEMPT, "451 4.7.1 later")));
        assertThat(shell.run("message", FakeYard.MESSAGE.text()))
                .contains("from <news@sender.example>", "waiting", "in 5m")
                .contains("received", "deferred (unconfirmed)", "relay-1-a", "127.0.0.1:2601", "451 4.7.1 later");
    }

    @Test
    void aMessageThatEndedIsShownFromTheJournal() throws Exception {
        shell.journal.append(List.of(event(1, EventKind.RELAYED, ATTEMPT, "250 2.0.0 ok")));
        assertThat(shell.run("message", FakeYard.MESSAGE.text()))
                .contains("no longer queued", "relayed", "250 2.0.0 ok");
        assertThatThrownBy(() -> shell.run("message", new MessageId(1).text())).hasMessageContaining("is unknown");
        assertThatThrownBy(() -> shell.run("message", "xyz")).hasMessageContaining("is not the id of a message");
    }

    @Test
    void messagesAndEventsAreFoundInTheJournal() throws Exception {
        shell.journal.append(List.of(
                event(1, EventKind.RECEIVED, AttemptTrace.NONE, ""),
                event(2, EventKind.DEFERRED, ATTEMPT, "451 4.7.1 later")));
        assertThat(shell.run("messages", "--recipient", "anna@a.example"))
                .contains(FakeYard.MESSAGE.text(), "news@sender.example");
        assertThat(shell.run("messages", "--recipient", "ben@a.example")).contains("No such message");
        assertThat(shell.run("events")).contains("received", "deferred");
        assertThat(shell.run("events", "--kind", "deferred", "--kind", "bounced"))
                .contains("451 4.7.1 later")
                .doesNotContain("received");
        assertThat(shell.run("events", "--source", "other")).contains("No such event");
        assertThat(shell.run("events", "--unconfirmed"))
                .contains("deferred (unconfirmed)")
                .doesNotContain("received");
        assertThat(shell.run("events", "--since", "1s")).contains("No such event");
        assertThatThrownBy(() -> shell.run("events", "--kind", "lost"))
                .hasMessageContaining("is not one of received, delivered");
        assertThatThrownBy(() -> shell.run("events", "--since", "yesterday")).hasMessageContaining("30m, 2h or 7d");
        assertThatThrownBy(() -> shell.run("events", "--limit", "0")).hasMessageContaining("1 to 10000");
    }

    @Test
    void suppressionsAreAddedAskedForAndRemoved() throws Exception {
        shell.run("suppress", "--reason", "hard-bounce", "--expires", "30d", "Anna@Example.com");
        assertThat(shell.suppressions.match("anna@example.com", "default")).hasValueSatisfying(entry -> {
            assertThat(entry.reason()).isEqualTo(Suppression.Reason.HARD_BOUNCE);
            assertThat(entry.source()).isEqualTo("anna");
            assertThat(entry.expires()).contains(Instant.parse("2026-02-01T03:04:05Z"));
        });
        assertThat(shell.run("suppressions")).contains("anna@example.com", "hard-bounce", "1 of 1 entries");
        assertThat(shell.run("suppressions", "anna@example.com")).contains("hard-bounce");
        assertThat(shell.run("suppressions", "ben@example.com")).contains("no entry forbids it");
        assertThat(shell.run("unsuppress", "anna@example.com")).contains("1 suppression of anna@example.com");
        assertThatThrownBy(() -> shell.run("unsuppress", "anna@example.com"))
                .hasMessageContaining("There is no suppression");
        assertThatThrownBy(() -> shell.run("suppress", "anna")).hasMessageContaining("neither an address");
    }

    @Test
    void theFleetIsCheckedComparedAppliedAndRolledBack() throws Exception {
        String one = write("one.yaml", "one");
        String two = write("two.yml", "two");
        assertThat(shell.run("fleet-check", one)).contains("The document is valid");
        assertThat(shell.run("fleet-diff", one)).contains("changed: everything");
        assertThat(shell.run("fleet-apply", "--comment", "first", one)).contains("Version 1 is in force");
        assertThat(shell.run("fleet-diff", one)).contains("Nothing would change");
        assertThat(shell.run("fleet-apply", two)).contains("Version 2 is in force");
        assertThat(shell.run("fleet-rollback", "1")).contains("Version 3 is in force");
        assertThat(shell.run("fleet-show")).isEqualTo("one\n");
        assertThat(shell.run("fleet-show", "2")).isEqualTo("two\n");
        assertThat(shell.run("fleet-versions")).contains("anna", "first");
        assertThat(shell.fleet.currentVersion()).map(FleetVersion::author).contains("anna");
        assertThat(shell.run("fleet-schema")).contains("2020-12");
    }

    @Test
    void aDocumentWithMistakesShowsThemWithTheirLines() throws Exception {
        String broken = write("broken.yaml", "broken");
        for (String command : List.of("fleet-check", "fleet-diff", "fleet-apply"))
            assertThatThrownBy(() -> shell.run(command, broken)).hasMessage("1 problem; nothing was changed");
        assertThatThrownBy(() -> shell.run("fleet-rollback", "9")).hasMessageContaining("nothing was changed");
        assertThat(shell.fleet.versions()).isEmpty();
    }

    @Test
    void aDocumentCanBePipedInAndOtherFilesAreNotRead() {
        assertThat(shell.pipe("piped")).satisfies(piped -> assertThat(piped.run("fleet-apply", "stdin"))
                .contains("Version 1"));
        assertThat(shell.fleet.export()).isEqualTo("piped");
        assertThatThrownBy(() -> shell.run("fleet-check", "/etc/passwd")).hasMessageContaining("does not end in .yaml");
        assertThatThrownBy(() -> shell.run("fleet-check", "/absent.yaml"))
                .hasMessageContaining("There is no file '/absent.yaml'");
    }

    @Test
    void keysAreMadeListedAndRemoved() throws Exception {
        String printed = shell.run("key-create", "--role", "integrator", "--expires", "90d", "shop");
        assertThat(printed).contains("for shop, role integrator", "Token, shown only this once: ");
        String token = printed.substring(printed.lastIndexOf(' ') + 1).strip();
        assertThat(shell.keys.verify(token))
                .hasValueSatisfying(key -> assertThat(key.role()).isEqualTo(Role.INTEGRATOR));
        String id = shell.keys.list().get(0).id();
        assertThat(shell.run("keys")).contains(id, "shop", "integrator", "anna").doesNotContain(token);
        assertThat(shell.run("key-remove", id)).contains("is removed");
        assertThatThrownBy(() -> shell.run("key-remove", id)).hasMessageContaining("There is no key");
        assertThatThrownBy(() -> shell.run("key-create", "--role", "root", "x"))
                .hasMessageContaining("is not one of viewer");
    }

    @Test
    void aMissingServiceIsToldInOneSentence() {
        shell.without(Yard.class).without(Journal.class);
        assertThatThrownBy(() -> shell.run("servers"))
                .hasMessage(
                        "Not possible now: the engine is not running. See bundle:diag org.postyard.engine for the reason.");
        assertThatThrownBy(() -> shell.run("events")).hasMessageContaining("the journal is not running");
    }

    @Test
    void aJournalThatDoesNotAnswerIsToldInOneSentence() {
        shell.journal.setAvailable(false);
        assertThatThrownBy(() -> shell.run("events")).isInstanceOf(CommandException.class);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Message message() {
        return new Message(
                FakeYard.MESSAGE,
                Envelope.of("news@sender.example", List.of("anna@a.example")),
                Handling.DEFAULT,
                FakeYard.NOW.minusSeconds(60),
                "192.0.2.1",
                1234);
    }

    private static DeliveryEvent event(long sequence, EventKind kind, AttemptTrace attempt, String reason) {
        return new DeliveryEvent(
                sequence,
                kind,
                FakeYard.NOW.minusSeconds(60),
                FakeYard.MESSAGE,
                0,
                "news@sender.example",
                "anna@a.example",
                Handling.DEFAULT_TENANT,
                "",
                MessageClass.BULK,
                FakeYard.NOW.minusSeconds(60),
                1234,
                "192.0.2.1",
                attempt,
                reason);
    }
}

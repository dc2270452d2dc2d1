package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node whose store is a real PostgreSQL: the journal is kept there, and survives a restart of the node. */
class PostgresIT {
    private static final int MESSAGES = 50;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(PostgresIT.class);

    @Test
    void journalAndFleetAreKeptInPostgres() throws Exception {
        String obstacle = Postgres.obstacle();
        if (!obstacle.isEmpty()) System.out.println("skipped: " + obstacle);
        assumeTrue(obstacle.isEmpty(), obstacle);
        Postgres postgres = Postgres.start(WORKSHOP);
        Receiver receiver = new Receiver(WORKSHOP, "receiver").start();
        Map<String, String> store = Map.of("url", postgres.url(), "user", postgres.user());
        Node node = Node.prepare(WORKSHOP, "node", Map.of("org.postyard.store.cfg", store))
                .start(Fleets.relays(List.of(receiver.port()), ""));
        try (Load load = new Load(
                node.smtpPort(), 2, MESSAGES, Duration.ZERO, number -> "accept+" + number + "@elsewhere.test")) {
            load.await(Duration.ofSeconds(60));
            Verdict verdict = Verdict.of(node, load.accepted(), receiver);
            System.out.println("PostgresIT: " + verdict.text());
            assertThat(verdict.accepted()).isEqualTo(MESSAGES);
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.repeated()).isEmpty();
        }
        assertThat(node.api().recipients("kind=relayed")).hasSize(MESSAGES);
        assertThat(postgres.ask("select count(*) from fleet_version")).isEqualTo("1");
        assertThat(node.data().resolve("store"))
                .satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder)
                        .isEmptyDirectory());
        node.stop();
        node.start();
        assertThat(node.api().recipients("kind=relayed")).hasSize(MESSAGES);
    }
}

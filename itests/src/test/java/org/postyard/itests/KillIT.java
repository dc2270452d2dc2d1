package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SIGKILL at random moments under load: nothing accepted is lost, and whatever may have come twice is listed. */
class KillIT {
    private static final int CLIENTS = 8;
    private static final int LEAST_UP_MILLIS = 300;
    private static final int MOST_UP_MILLIS = 4_000;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(KillIT.class);

    @Test
    void killsUnderLoadLoseNothingAndEveryDuplicateIsListed() throws Exception {
        int rounds = Integer.getInteger("postyard.kill.rounds", 20);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Receiver receiver = new Receiver(WORKSHOP, "receiver").start();
        List<Integer> ports = List.of(receiver.port(), receiver.port(), receiver.port());
        Node node = Node.prepare(WORKSHOP, "node").start(Fleets.relays(ports, "downAfter: 30s"));
        Load load = new Load(node.smtpPort(), CLIENTS, Integer.MAX_VALUE, Duration.ofMillis(5), KillIT::recipient);
        int before = 0;
        for (int round = 1; round <= rounds; round++) {
            int reached = before;
            Await.until("mail is accepted", Duration.ofSeconds(30), () -> load.acceptedCount() > reached);
            Await.pass(Duration.ofMillis(random.nextInt(LEAST_UP_MILLIS, MOST_UP_MILLIS)));
            node.kill();
            before = load.acceptedCount();
            node.start();
            System.out.printf(
                    "KillIT: round %d of %d: %d accepted so far, ready again after %d ms%n",
                    round, rounds, before, node.lastStart().toMillis());
        }
        load.close();
        Verdict verdict = Verdict.of(node, load.accepted(), receiver);
        System.out.println("KillIT: seed " + seed + ", " + rounds + " kills: " + verdict.text());
        assertThat(verdict.accepted()).isGreaterThan(rounds * 20);
        assertThat(verdict.lost()).isEmpty();
        assertThat(verdict.unlisted()).isEmpty();
        assertThat(verdict.repeated()).as("those that the receiver makes").isNotEmpty();
        assertThat(load.rejected()).isEmpty();
        assertThat(node.api().ledger("accepted")).isGreaterThanOrEqualTo(verdict.accepted());
        assertThat(node.api().balanced()).isTrue();
    }

    /** Most are taken at once; some slowly, so that a kill meets them in flight, and some without a reply. */
    private static String recipient(int number) {
        if (number % 50 == 0) return "lost.1+k" + number + "@elsewhere.test";
        if (number % 7 == 0) return "slow.200+k" + number + "@elsewhere.test";
        return "accept+k" + number + "@elsewhere.test";
    }
}

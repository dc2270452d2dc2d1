package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Twice as much mail as the heap is large comes in faster than it leaves: the disk takes it, and the node lives. */
class SmallHeapIT {
    private static final String HEAP = "256m";
    private static final int CLIENTS = 50;
    private static final int MESSAGES = 5_000;
    private static final int LINES_OF_100_KILOBYTES = 1_350;

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(SmallHeapIT.class);

    @Test
    void moreMailThanTheHeapHoldsIsTakenAndPassedOn() throws Exception {
        Receiver receiver = new Receiver(WORKSHOP, "receiver").start();
        Node node = Node.prepare(WORKSHOP, "node").heap(HEAP).start(Fleets.relays(List.of(receiver.port()), ""));
        try (Load load = new Load(
                node.smtpPort(),
                CLIENTS,
                MESSAGES,
                Duration.ZERO,
                number -> (number % 3 == 0 ? "slow.100+h" : "accept+h") + number + "@elsewhere.test",
                LINES_OF_100_KILOBYTES)) {
            load.await(Duration.ofMinutes(5));
            Verdict verdict = Verdict.of(node, load.accepted(), receiver);
            System.out.println("SmallHeapIT: " + load.refusals() + " refusals for the time being, " + verdict.text());
            assertThat(load.accepted()).hasSize(MESSAGES);
            assertThat(verdict.lost()).isEmpty();
            assertThat(node.api().balanced()).isTrue();
        }
    }
}

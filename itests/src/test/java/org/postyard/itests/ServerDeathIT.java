package org.postyard.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postyard.simulator.Arrival;

/** Three relays that take turns, of which one falls silent or dies in the middle of sending. */
@Tag("alone")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerDeathIT {
    private static final Duration LONG = Duration.ofSeconds(90);

    @RegisterExtension
    static final Workshop WORKSHOP = Workshop.of(ServerDeathIT.class);

    private static Receiver first;
    private static Receiver second;
    private static Receiver third;
    private static Node node;

    @BeforeAll
    static void startEverything() throws Exception {
        first = new Receiver(WORKSHOP, "first").start();
        second = new Receiver(WORKSHOP, "second").start();
        third = new Receiver(WORKSHOP, "third").start();
        List<Integer> ports = List.of(first.port(), second.port(), third.port());
        node = Node.prepare(WORKSHOP, "node").start(Fleets.relays(ports, "downAfter: 10s\nprobation: 2s"));
    }

    @Test
    @Order(1)
    void equalServersGetEqualShares() throws Exception {
        // Receivers that have just started are not equally fast; turns that a full one missed are given back
        // afterwards.
        send("warm", 60);
        send("share", 300);
        for (Receiver receiver : List.of(first, second, third))
            assertThat(seen(receiver, "warm") + seen(receiver, "share")).isBetween(117, 123);
    }

    private static void send(String name, int messages) throws Exception {
        try (Load load = load(name, 4, messages, Duration.ofMillis(20))) {
            load.await(LONG);
            node.api().awaitEmpty(LONG);
            assertThat(load.accepted()).hasSize(messages);
        }
    }

    @Test
    @Order(2)
    void silenceOfNineSecondsIsNoFailover() throws Exception {
        try (Load load = load("nine", 2, Integer.MAX_VALUE, Duration.ofMillis(40))) {
            Await.until("mail arrives", LONG, () -> seen(second, "nine") > 3);
            AtomicReference<String> trouble = new AtomicReference<>("");
            Thread freezer = new Thread(() -> trouble.set(freezeFor(Duration.ofSeconds(9))), "freezer");
            freezer.start();
            while (freezer.isAlive()) {
                assertThat(node.api().serverState("relay2")).isEqualTo("active");
                Await.pass(Duration.ofMillis(100));
            }
            assertThat(trouble.get()).isEmpty();
            int then = seen(second, "nine");
            Await.until("mail arrives again", LONG, () -> seen(second, "nine") > then);
            assertThat(node.api().serverState("relay2")).isEqualTo("active");
            assertThat(Workshop.count(node.log(), "server is down server=relay2"))
                    .isZero();
            check("9 s of silence", load);
        }
    }

    private static String freezeFor(Duration time) {
        try {
            second.freeze();
            Await.pass(time);
            second.thaw();
            return "";
        } catch (Exception e) {
            return e.toString();
        }
    }

    @Test
    @Order(3)
    void longerSilenceMovesTheMailAndProbationEndsIt() throws Exception {
        try (Load load = load("long", 2, Integer.MAX_VALUE, Duration.ofMillis(40))) {
            Await.until("mail arrives", LONG, () -> seen(second, "long") > 3);
            long begin = System.nanoTime();
            second.freeze();
            Await.until("relay2 is down", LONG, () -> node.api()
                    .serverState("relay2")
                    .equals("down"));
            double seconds = (System.nanoTime() - begin) / 1e9;
            int then = seen(first, "long") + seen(third, "long");
            Await.until("the others carry on", LONG, () -> seen(first, "long") + seen(third, "long") > then + 50);
            second.thaw();
            Await.until("relay2 is back", LONG, () -> node.api()
                    .serverState("relay2")
                    .equals("active"));
            int before = seen(second, "long");
            Await.until("mail arrives at relay2 again", LONG, () -> seen(second, "long") > before + 5);
            System.out.printf("ServerDeathIT: down %.1f s after it fell silent%n", seconds);
            assertThat(seconds).isGreaterThanOrEqualTo(9.9);
            check("long silence", load);
        }
    }

    @Test
    @Order(4)
    void deathInTheMiddleOfSendingLosesNothing() throws Exception {
        try (Load load = load("death", 6, Integer.MAX_VALUE, Duration.ofMillis(5))) {
            Await.until("mail arrives", LONG, () -> seen(second, "death") > 20);
            second.kill();
            int then = seen(first, "death") + seen(third, "death");
            Await.until("the others carry on", LONG, () -> seen(first, "death") + seen(third, "death") > then + 100);
            Await.until("relay2 is down", LONG, () -> node.api()
                    .serverState("relay2")
                    .equals("down"));
            check("death of one of three", load);
            assertThat(node.api().serverState("relay1")).isEqualTo("active");
        }
        second.start();
        Await.until("relay2 is back", LONG, ServerDeathIT::secondIsBack);
    }

    /** A server that is down is tried only with mail, so there has to be some. */
    private static boolean secondIsBack() throws Exception {
        try (Load more = load("back" + System.nanoTime(), 1, 3, Duration.ZERO)) {
            more.await(LONG);
        }
        return node.api().serverState("relay2").equals("active");
    }

    /** Ends the load, waits for the rest and looks at what arrived. */
    private static void check(String what, Load load) throws Exception {
        load.close();
        Verdict verdict = Verdict.of(node, load.accepted(), first, second, third);
        System.out.println("ServerDeathIT: " + what + ": " + verdict.text());
        assertThat(verdict.accepted()).isPositive();
        assertThat(verdict.lost()).isEmpty();
        assertThat(verdict.unlisted()).isEmpty();
    }

    /** Every tenth message takes a while, so that there is always something in the middle. */
    private static Load load(String prefix, int clients, int count, Duration pace) {
        return new Load(
                node.smtpPort(),
                clients,
                count,
                pace,
                number -> (number % 10 == 0 && !prefix.equals("share") ? "slow.100+" : "accept+") + prefix + "-"
                        + number + "@elsewhere.test");
    }

    private static int seen(Receiver receiver, String prefix) throws Exception {
        return receiver.arrivals().stream()
                .map(Arrival::recipients)
                .flatMap(List::stream)
                .filter(recipient -> recipient.contains("+" + prefix + "-"))
                .collect(Collectors.toSet())
                .size();
    }
}

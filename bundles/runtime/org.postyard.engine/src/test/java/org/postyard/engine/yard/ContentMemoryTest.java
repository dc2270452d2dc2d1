package org.postyard.engine.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postyard.engine.yard.YardFixture.await;
import static org.postyard.engine.yard.YardFixture.fleet;
import static org.postyard.engine.yard.YardFixture.relay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.event.EventKind;
import org.postyard.api.fleet.PathLimits;
import org.postyard.api.message.Content;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.testkit.delivery.FakeConnector;

/** How much content the yard has in memory, whatever comes in. */
class ContentMemoryTest {
    private static final Content LARGE = Content.of("Subject: large\r\n\r\n" + "x".repeat(100_000) + "\r\n");
    private static final PathLimits WIDE = new PathLimits(100, 0, 0, 0, 0, 0);

    private final YardFixture yard = new YardFixture();

    @AfterEach
    void close() throws InterruptedException {
        yard.close();
    }

    private void send(int messages, Content content) {
        for (int i = 0; i < messages; i++)
            yard.send(Envelope.of("s@example.org", List.of("r" + i + "@example.com")), Handling.DEFAULT, content);
    }

    @Test
    void whatComesInFasterThanItLeavesStaysOnTheDisk() {
        AtomicLong attempts = new AtomicLong();
        AtomicLong most = new AtomicLong();
        yard.connector.answer((path, message, recipient) -> {
            most.accumulateAndGet(yard.yard.contentBytes(), Math::max);
            return attempts.incrementAndGet() % 3 == 0 ? FakeConnector.deferred() : FakeConnector.accepted(path);
        });
        yard.connector.holdDeliveries();
        yard.start(fleet(WIDE, Duration.ofHours(1), relay("a")));
        send(60, LARGE);
        await("as many under way as there is room for", () -> yard.yard.contentBytes() > 900_000);
        yard.connector.releaseDeliveries();
        await("all relayed", () -> yard.count(EventKind.RELAYED) == 60);
        assertThat(most.get()).isLessThanOrEqualTo(YardFixture.CONTENT_BYTES);
        await("nothing is kept", () -> yard.yard.contentBytes() == 0);
    }

    @Test
    void moreMessagesOnTheDiskThanMayBeReadAtOnceAllLeave() throws InterruptedException {
        yard.start(fleet());
        for (int i = 0; i < 300; i++) yard.send("r" + i + "@example.com");
        try (YardFixture next = new YardFixture(Optional.of(yard.spool.reopen()), yard.directives)) {
            next.start(fleet(new PathLimits(2, 0, 0, 0, 0, 0), Duration.ofHours(1), relay("a")));
            await("all relayed", () -> next.count(EventKind.RELAYED) == 300);
        }
    }

    @Test
    void aMessageThatIsLargerThanTheRoomForAllLeavesNevertheless() {
        yard.start(fleet(WIDE, Duration.ofHours(1), relay("a")));
        send(2, Content.of("Subject: huge\r\n\r\n" + "x".repeat(2 * YardFixture.CONTENT_BYTES) + "\r\n"));
        await("both relayed", () -> yard.count(EventKind.RELAYED) == 2);
        await("nothing is kept", () -> yard.yard.contentBytes() == 0);
    }

    @Test
    void bouncesInAMassAreReportedWithinTheRoom() {
        yard.connector.answer((path, message, recipient) ->
                message.message().envelope().sender().isEmpty()
                        ? FakeConnector.accepted(path)
                        : FakeConnector.bounced());
        yard.start(fleet(WIDE, Duration.ofHours(1), relay("a")));
        send(40, LARGE);
        await(
                "all bounced and reported",
                () -> yard.count(EventKind.BOUNCED) == 40 && yard.count(EventKind.RELAYED) == 40);
        await("nothing is kept", () -> yard.yard.contentBytes() == 0);
    }
}

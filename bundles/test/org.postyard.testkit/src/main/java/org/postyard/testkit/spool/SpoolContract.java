package org.postyard.testkit.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.Content;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Priority;
import org.postyard.api.message.Recipient;
import org.postyard.api.spool.Arrival;
import org.postyard.api.spool.Committed;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.InFlightMark;
import org.postyard.api.spool.RecipientState;
import org.postyard.api.spool.Recovered;
import org.postyard.api.spool.Settlement;
import org.postyard.api.spool.Spool;
import org.postyard.api.spool.SpoolHealth;
import org.postyard.api.spool.SpoolUnavailableException;

/** What every {@link Spool} does; an implementation's test extends it and says how to open, close and fill one. */
public abstract class SpoolContract {
    private static final Instant LATER = Messages.START.plusSeconds(300);
    private static final MessageClass BULK = MessageClass.BULK;

    protected final Messages messages = new Messages();
    private @Nullable Spool opened;

    /** Opens the spool of this test, which is empty at the first call and afterwards as it was left. */
    protected abstract Spool open() throws Exception;

    /** Ends it as its process would: attempts that are marked stay marked. */
    protected abstract void close(Spool spool) throws Exception;

    /** Takes the room for new messages away; seen by the next arrival. */
    protected abstract void fill(Spool spool) throws Exception;

    /** Gives the room back; may be seen a moment later. */
    protected abstract void makeRoom(Spool spool) throws Exception;

    @BeforeEach
    final void openFirst() throws Exception {
        opened = open();
    }

    @AfterEach
    final void closeLast() throws Exception {
        if (opened != null) close(opened);
        opened = null;
    }

    @Test
    void anAcceptedMessageIsThere() throws Exception {
        Arrival arrival = messages.arrival("a@example.com", "b@example.com");
        accept(arrival);
        assertThat(spool().message(arrival.message().id())).contains(arrival.message());
        assertThat(contentOf(arrival.message())).isEqualTo(arrival.content().bytes());
    }

    @Test
    void anUnknownMessageIsNotThere() throws IOException {
        Message unknown = messages.message("a@example.com");
        assertThat(spool().message(unknown.id())).isEmpty();
        assertThat(spool().content(unknown.id())).isEmpty();
    }

    @Test
    void recoverGivesEachMessageOnceInOrderOfAcceptance() throws Exception {
        List<Message> accepted = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Arrival arrival = messages.arrival("r" + i + "@example.com");
            accepted.add(arrival.message());
            accept(arrival);
        }
        reopen();
        assertThat(recovered()).extracting(Recovered::message).containsExactlyElementsOf(accepted);
        assertThat(recovered()).allMatch(found -> found.states().isEmpty() && !found.interrupted());
    }

    @Test
    void everyFieldOfAMessageSurvives() throws Exception {
        Message message = richMessage();
        accept(messages.arrival(message, Messages.smallContent()));
        reopen();
        assertThat(recovered()).extracting(Recovered::message).containsExactly(message);
        assertThat(spool().message(message.id())).contains(message);
    }

    @Test
    void contentIsKeptByteForByte() throws Exception {
        List<Content> contents = List.of(
                Content.of(new byte[0]),
                Content.of(everyOctet()),
                Content.of("Subject: \u00e4\u00f6\u00fc \u65e5\u672c\u8a9e\r\n\r\n.\r\n..\r\n"),
                Content.of(randomBytes(10_000)),
                Content.of(randomBytes(3_000_000)));
        List<Message> accepted = new ArrayList<>();
        for (Content content : contents) {
            Message message = messages.message(Handling.DEFAULT, content, "a@example.com");
            accept(messages.arrival(message, content));
            accepted.add(message);
        }
        assertContents(accepted, contents);
        reopen();
        assertContents(accepted, contents);
    }

    @Test
    void internationalAddressesSurvive() throws Exception {
        Envelope envelope = new Envelope(
                "absender@b\u00fccher.example",
                List.of(
                        Recipient.of("\u7528\u6237@\u4f8b\u5b50.\u5e7f\u544a"),
                        Recipient.of("\ud83d\udce8@example.com")),
                DsnReturn.UNSPECIFIED,
                "",
                true,
                true);
        Message message = messages.message(envelope, Handling.DEFAULT, Messages.smallContent());
        Committed committed = accept(messages.arrival(message, Messages.smallContent()));
        reopen();
        assertThat(recovered()).extracting(Recovered::message).containsExactly(message);
        assertThat(replayed(0)).isEqualTo(committed.events());
    }

    @Test
    void eventsGetRisingSequencesFromOne() throws Exception {
        Arrival arrival = messages.arrival("a@example.com", "b@example.com");
        List<DeliveryEvent> events = new ArrayList<>(accept(arrival).events());
        events.addAll(settle(messages.delivered(arrival.message(), 0, false)).events());
        events.addAll(settle(messages.delivered(arrival.message(), 1, true)).events());
        assertThat(events).extracting(DeliveryEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events)
                .extracting(DeliveryEvent::kind)
                .containsExactly(EventKind.RECEIVED, EventKind.RECEIVED, EventKind.DELIVERED, EventKind.DELIVERED);
        assertThat(replayed(0)).isEqualTo(events);
    }

    @Test
    void sequencesAreNeverUsedAgain() throws Exception {
        accept(messages.arrival("a@example.com", "b@example.com", "c@example.com"));
        spool().forgetEvents(3);
        reopen();
        Committed next = accept(messages.arrival("d@example.com"));
        assertThat(next.events()).extracting(DeliveryEvent::sequence).containsExactly(4L);
        reopen();
        reopen();
        Committed last = accept(messages.arrival("e@example.com"));
        assertThat(last.events()).extracting(DeliveryEvent::sequence).containsExactly(5L);
    }

    @Test
    void everyFieldOfAnEventSurvives() throws Exception {
        Message message = messages.message("a@example.com");
        accept(messages.arrival(message, Messages.smallContent()));
        DeliveryEvent plain = messages.event(message, 0, EventKind.DEFERRED, "450 4.2.1 \u00fcberf\u00fcllt");
        AttemptTrace attempt = new AttemptTrace(
                3,
                "pool",
                "source",
                "server",
                "site",
                "provider",
                "mx.example.com[192.0.2.9]:25",
                450,
                "4.2.1",
                BounceClass.QUOTA,
                1234,
                true);
        DeliveryEvent event = new DeliveryEvent(
                0,
                plain.kind(),
                Instant.ofEpochSecond(1_800_000_000L, 123_456_789),
                message.id(),
                0,
                plain.sender(),
                plain.recipient(),
                "tenant",
                "campaign",
                new MessageClass("receipts"),
                plain.receivedAt(),
                77,
                "2001:db8::1",
                attempt,
                plain.reason());
        Committed committed = settle(new Settlement(message.id(), List.of(), List.of(event), false));
        assertThat(committed.events()).containsExactly(event.withSequence(2));
        reopen();
        assertThat(replayed(1)).containsExactly(event.withSequence(2));
    }

    @Test
    void replayGivesOnlyLaterEvents() throws Exception {
        for (int i = 0; i < 20; i++) accept(messages.arrival("r" + i + "@example.com"));
        assertThat(replayed(15)).extracting(DeliveryEvent::sequence).containsExactly(16L, 17L, 18L, 19L, 20L);
        assertThat(replayed(20)).isEmpty();
    }

    @Test
    void forgottenEventsAreNotReplayed() throws Exception {
        for (int i = 0; i < 20; i++) accept(messages.arrival("r" + i + "@example.com"));
        spool().forgetEvents(7);
        spool().forgetEvents(12);
        spool().forgetEvents(3);
        accept(messages.arrival("last@example.com"));
        assertThat(replayed(0)).extracting(DeliveryEvent::sequence).containsExactlyElementsOf(sequences(13, 21));
        reopen();
        assertThat(replayed(0)).extracting(DeliveryEvent::sequence).containsExactlyElementsOf(sequences(13, 21));
    }

    @Test
    void theLastSettlementRemovesTheMessage() throws Exception {
        Arrival removed = messages.arrival("a@example.com");
        Arrival kept = messages.arrival("b@example.com");
        accept(removed);
        accept(kept);
        settle(messages.deferred(removed.message(), 0, LATER, "450 later"));
        settle(messages.delivered(removed.message(), 0, true));
        assertThat(spool().message(removed.message().id())).isEmpty();
        assertThat(spool().content(removed.message().id())).isEmpty();
        reopen();
        assertThat(recovered()).extracting(Recovered::message).containsExactly(kept.message());
        assertThat(spool().content(removed.message().id())).isEmpty();
    }

    @Test
    void recipientsKeepTheirOwnStates() throws Exception {
        Arrival arrival = messages.arrival("a@example.com", "b@example.com", "c@example.com", "d@example.com");
        Message message = arrival.message();
        accept(arrival);
        settle(messages.delivered(message, 2, false));
        settle(messages.deferred(message, 1, LATER, "first reason"));
        RecipientState newest = new RecipientState(1, false, 2, LATER.plusNanos(987_654_321), "451 gr\u00fcn", true);
        settle(new Settlement(message.id(), List.of(newest), List.of(), false));
        reopen();
        assertThat(recovered())
                .containsExactly(new Recovered(message, List.of(newest, RecipientState.finished(2)), false));
    }

    @Test
    void recipientsThatAreFinalFromTheStartAreKeptAsFinal() throws Exception {
        Message message = messages.message("a@example.com", "b@example.com", "c@example.com");
        Committed committed = accept(messages.arrivalWithSuppressed(message, Messages.smallContent(), List.of(0, 2)));
        assertThat(committed.events()).extracting(DeliveryEvent::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        reopen();
        List<RecipientState> finished = List.of(RecipientState.finished(0), RecipientState.finished(2));
        assertThat(recovered()).containsExactly(new Recovered(message, finished, false));
    }

    @Test
    void manyRecipientsCanBeSettledAtOnce() throws Exception {
        String[] recipients =
                IntStream.range(0, 1000).mapToObj(i -> "r" + i + "@example.com").toArray(String[]::new);
        Arrival arrival = messages.arrival(recipients);
        accept(arrival);
        List<RecipientState> states = IntStream.range(0, 999)
                .mapToObj(i -> new RecipientState(i, false, 1, LATER, "reason " + i, false))
                .toList();
        settle(new Settlement(arrival.message().id(), states, List.of(), false));
        reopen();
        assertThat(recovered()).containsExactly(new Recovered(arrival.message(), states, false));
        settle(messages.delivered(arrival.message(), 999, true));
        reopen();
        assertThat(recovered()).isEmpty();
    }

    @Test
    void eventsOfAMessageThatIsGoneAreKept() throws Exception {
        Message message = messages.message("a@example.com");
        DeliveryEvent complaint = messages.event(message, 0, EventKind.COMPLAINED, "feedback loop");
        settle(new Settlement(message.id(), List.of(), List.of(complaint), false));
        reopen();
        assertThat(replayed(0)).containsExactly(complaint.withSequence(1));
        assertThat(recovered()).isEmpty();
    }

    @Test
    void countsEqualTheEvents() throws Exception {
        writeOneOfEachKind();
        Counts expected = new Counts(7, 1, 1, 1, 1, 1, 1);
        assertThat(spool().counts()).containsExactlyInAnyOrderEntriesOf(Map.of(BULK, expected));
        reopen();
        assertThat(spool().counts()).containsExactlyInAnyOrderEntriesOf(Map.of(BULK, expected));
        spool().forgetEvents(100);
        reopen();
        assertThat(spool().counts()).containsExactlyInAnyOrderEntriesOf(Map.of(BULK, expected));
    }

    @Test
    void countsAreKeptPerMessageClass() throws Exception {
        Handling receipts = Handling.of("shop", "", MessageClass.TRANSACTIONAL);
        Message message = messages.message(receipts, Messages.smallContent(), "a@example.com");
        accept(messages.arrival(message, Messages.smallContent()));
        accept(messages.arrival("b@example.com", "c@example.com"));
        settle(messages.delivered(message, 0, true));
        assertThat(spool().counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        MessageClass.TRANSACTIONAL,
                        new Counts(1, 1, 0, 0, 0, 0, 0),
                        BULK,
                        new Counts(2, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void anEmptySpoolCountsNothing() {
        assertThat(spool().counts()).isEmpty();
    }

    @Test
    void stagesCompleteInTheOrderOfTheirCalls() throws Exception {
        List<Integer> completed = Collections.synchronizedList(new ArrayList<>());
        List<CompletionStage<?>> stages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int number = i;
            Arrival arrival = messages.arrival("r" + i + "@example.com");
            stages.add(spool().accept(arrival).thenRun(() -> completed.add(2 * number)));
            stages.add(spool().settle(messages.delivered(arrival.message(), 0, true))
                    .thenRun(() -> completed.add(2 * number + 1)));
        }
        for (CompletionStage<?> stage : stages) await(stage);
        assertThat(completed)
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        assertThat(recovered()).isEmpty();
    }

    @Test
    void manyThreadsWriteAtOnce() throws Exception {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) writers.add(CompletableFuture.runAsync(this::acceptAndSettleMany));
        for (CompletableFuture<Void> writer : writers) await(writer);
        assertThat(spool().counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(BULK, new Counts(800, 400, 0, 0, 0, 0, 0)));
        reopen();
        assertThat(recovered()).hasSize(400);
        assertThat(replayed(0)).extracting(DeliveryEvent::sequence).containsExactlyElementsOf(sequences(1, 1200));
    }

    @Test
    void aFullSpoolRefusesArrivalsAndKeepsNothingOfThem() throws Exception {
        fill(spool());
        Arrival refused = messages.arrival("a@example.com");
        assertRefused(refused, SpoolHealth.State.FULL);
        assertThat(spool().health().state()).isEqualTo(SpoolHealth.State.FULL);
        assertThat(spool().health().reason()).isNotEmpty();
        assertThat(spool().message(refused.message().id())).isEmpty();
        assertThat(spool().counts()).isEmpty();
        assertThat(replayed(0)).isEmpty();
    }

    @Test
    void aFullSpoolStillTakesSettlements() throws Exception {
        Arrival delivered = messages.arrival("a@example.com");
        Arrival deferred = messages.arrival("b@example.com");
        accept(delivered);
        accept(deferred);
        fill(spool());
        assertRefused(messages.arrival("c@example.com"), SpoolHealth.State.FULL);
        settle(messages.delivered(delivered.message(), 0, true));
        settle(messages.deferred(deferred.message(), 0, LATER, "450 later"));
        reopen();
        assertThat(recovered()).extracting(Recovered::message).containsExactly(deferred.message());
    }

    @Test
    void aSpoolThatWasFullTakesArrivalsAgainWithoutBeingOpenedAgain() throws Exception {
        fill(spool());
        assertRefused(messages.arrival("a@example.com"), SpoolHealth.State.FULL);
        makeRoom(spool());
        awaitWell();
        Committed committed = accept(messages.arrival("b@example.com"));
        assertThat(committed.events()).extracting(DeliveryEvent::sequence).containsExactly(1L);
    }

    @Test
    void anAttemptThatWasUnderWayIsInterrupted() throws Exception {
        Arrival marked = messages.arrival("a@example.com");
        Arrival cleared = messages.arrival("b@example.com");
        Arrival untouched = messages.arrival("c@example.com");
        for (Arrival arrival : List.of(marked, cleared, untouched)) accept(arrival);
        spool().markInFlight(marked.message().id());
        InFlightMark mark = spool().markInFlight(cleared.message().id());
        mark.clear();
        mark.clear();
        reopen();
        assertThat(recovered()).extracting(Recovered::interrupted).containsExactly(true, false, false);
    }

    @Test
    void aMessageIsInFlightUntilItsLastMarkIsCleared() throws Exception {
        Arrival arrival = messages.arrival("a@example.com", "b@example.com");
        accept(arrival);
        InFlightMark first = spool().markInFlight(arrival.message().id());
        spool().markInFlight(arrival.message().id());
        first.clear();
        first.clear();
        reopen();
        assertThat(recovered()).extracting(Recovered::interrupted).containsExactly(true);
    }

    @Test
    void anInterruptedMessageStaysSoUntilSomethingOfItIsSettled() throws Exception {
        Arrival arrival = messages.arrival("a@example.com");
        accept(arrival);
        spool().markInFlight(arrival.message().id());
        reopen();
        reopen();
        assertThat(recovered()).extracting(Recovered::interrupted).containsExactly(true);
        settle(messages.deferred(arrival.message(), 0, LATER, "unconfirmed"));
        reopen();
        assertThat(recovered()).extracting(Recovered::interrupted).containsExactly(false);
    }

    @Test
    void tenThousandAttemptsCanBeInFlight() throws Exception {
        Arrival arrival = messages.arrival("a@example.com");
        accept(arrival);
        List<InFlightMark> marks = new ArrayList<>();
        for (int i = 0; i < 10_000; i++)
            marks.add(spool().markInFlight(messages.message("b@example.com").id()));
        InFlightMark mine = spool().markInFlight(arrival.message().id());
        marks.forEach(InFlightMark::clear);
        reopen();
        assertThat(recovered()).extracting(Recovered::interrupted).containsExactly(true);
        assertThat(mine).isNotNull();
    }

    @Test
    void aNewSpoolIsWell() {
        assertThat(spool().health()).isEqualTo(SpoolHealth.WELL);
    }

    @Test
    void measurementsSayHowManyMessagesItHolds() throws Exception {
        Arrival arrival = messages.arrival("a@example.com");
        accept(arrival);
        accept(messages.arrival("b@example.com"));
        settle(messages.delivered(arrival.message(), 0, true));
        assertThat(spool().measurements()).containsEntry("spool_messages", 1.0);
        reopen();
        assertThat(spool().measurements()).containsEntry("spool_messages", 1.0);
    }

    /** The spool that is open now. */
    protected final Spool spool() {
        return Optional.ofNullable(opened).orElseThrow();
    }

    protected final void reopen() throws Exception {
        close(spool());
        opened = null;
        opened = open();
    }

    protected final Committed accept(Arrival arrival) throws Exception {
        return await(spool().accept(arrival));
    }

    protected final Committed settle(Settlement settlement) throws Exception {
        return await(spool().settle(settlement));
    }

    protected final List<Recovered> recovered() throws IOException {
        List<Recovered> found = new ArrayList<>();
        spool().recover(found::add);
        return found;
    }

    protected final List<DeliveryEvent> replayed(long afterSequence) throws IOException {
        return spool().eventsAfter(afterSequence, Integer.MAX_VALUE);
    }

    protected static <T> T await(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException, TimeoutException {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    protected final void assertRefused(Arrival arrival, SpoolHealth.State state) {
        assertThatThrownBy(() -> accept(arrival))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(SpoolUnavailableException.class, refusal -> {
                    assertThat(refusal.state()).isEqualTo(state);
                    assertThat(refusal).hasMessageMatching("(?s).+");
                });
    }

    /** Waits until the spool notices that there is room. */
    protected final void awaitWell() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!spool().health().well() && System.nanoTime() < deadline) LockSupport.parkNanos(1_000_000);
        assertThat(spool().health()).isEqualTo(SpoolHealth.WELL);
    }

    private void writeOneOfEachKind() throws Exception {
        Message suppressed = messages.message("a@example.com");
        accept(messages.arrivalWithSuppressed(suppressed, Messages.smallContent(), List.of(0)));
        List<EventKind> kinds = List.of(
                EventKind.DELIVERED, EventKind.RELAYED, EventKind.BOUNCED, EventKind.EXPIRED, EventKind.CANCELLED);
        for (EventKind kind : kinds) {
            Arrival arrival = messages.arrival("b@example.com");
            accept(arrival);
            settle(messages.finished(arrival.message(), 0, kind, true));
        }
        Arrival deferred = messages.arrival("c@example.com");
        accept(deferred);
        settle(messages.deferred(deferred.message(), 0, LATER, "450 later"));
    }

    private void acceptAndSettleMany() {
        for (int i = 0; i < 50; i++) {
            Arrival settled = messages.arrival("a@example.com");
            spool().accept(settled).toCompletableFuture().join();
            Arrival kept = messages.arrival("b@example.com");
            spool().accept(kept).toCompletableFuture().join();
            spool().settle(messages.delivered(settled.message(), 0, true))
                    .toCompletableFuture()
                    .join();
        }
    }

    private Message richMessage() {
        Recipient rich = new Recipient(
                "a@example.com", Set.of(Notify.SUCCESS, Notify.FAILURE, Notify.DELAY), "rfc822;a+2Bb@example.com");
        Recipient never = new Recipient("postmaster", Set.of(Notify.NEVER), "");
        Envelope envelope = new Envelope("", List.of(rich, never), DsnReturn.HEADERS, "QQ+2B314159", true, true);
        Handling handling = new Handling(
                "tenant",
                "spring sale",
                new MessageClass("receipts"),
                Priority.CRITICAL,
                Optional.of("pool-a"),
                Optional.of(LATER.plusNanos(1)),
                Optional.of(LATER.plusSeconds(86_400)));
        return new Message(
                messages.message("x@example.com").id(),
                envelope,
                handling,
                Instant.ofEpochSecond(1_700_000_000L, 999_999_999),
                "2001:db8::7",
                Messages.smallContent().sizeBytes());
    }

    private void assertContents(List<Message> accepted, List<Content> contents) throws IOException {
        for (int i = 0; i < accepted.size(); i++)
            assertThat(contentOf(accepted.get(i))).isEqualTo(contents.get(i).bytes());
    }

    private byte[] contentOf(Message message) throws IOException {
        return spool().content(message.id()).orElseThrow().bytes();
    }

    private static List<Long> sequences(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static byte[] everyOctet() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) octets[i] = (byte) i;
        return octets;
    }

    private static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}

package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.Journal;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;

/** What every implementation of {@link Journal} does; an implementation's test implements it. */
public interface JournalContract {
    Instant START = Instant.parse("2026-03-01T12:00:00.123456Z");

    /** The journal under test, empty at the beginning of each test; the same one, opened anew, at each further call. */
    Journal journal();

    /** An event in the life of a message: RECEIVED for odd sequences, DELIVERED for even ones; one second apart. */
    static DeliveryEvent event(long sequence) {
        return sequence % 2 == 1 ? received(sequence) : delivered(sequence);
    }

    static DeliveryEvent received(long sequence) {
        return event(sequence, EventKind.RECEIVED, "user" + sequence + "@example.com", AttemptTrace.NONE, "");
    }

    static DeliveryEvent delivered(long sequence) {
        AttemptTrace attempt = new AttemptTrace(
                1,
                "default",
                "alpha-1",
                "alpha",
                "(mx1|mx2).example.com",
                "big",
                "mx1.example.com [192.0.2.1]:25",
                250,
                "2.0.0",
                BounceClass.NONE,
                35,
                false);
        return event(sequence, EventKind.DELIVERED, "user" + (sequence - 1) + "@example.com", attempt, "250 2.0.0 Ok");
    }

    private static DeliveryEvent event(
            long sequence, EventKind kind, String recipient, AttemptTrace attempt, String reason) {
        return new DeliveryEvent(
                sequence,
                kind,
                START.plusSeconds(sequence),
                new MessageId((sequence + 1) / 2),
                0,
                "news@sender.example",
                recipient,
                "acme",
                "spring",
                MessageClass.BULK,
                START,
                10_240,
                "127.0.0.1",
                attempt,
                reason);
    }

    private static List<DeliveryEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(JournalContract::event)
                .toList();
    }

    private static List<Long> sequences(List<DeliveryEvent> events) {
        return events.stream().map(DeliveryEvent::sequence).toList();
    }

    private List<Long> found(JournalQuestion question) {
        return sequences(journal().find(question.query()));
    }

    @Test
    default void aNewJournalIsEmpty() {
        assertThat(journal().lastSequence()).isZero();
        assertThat(journal().find(JournalQuery.after(0, 10))).isEmpty();
        assertThat(journal().removeBefore(START)).isZero();
    }

    @Test
    default void eventsComeBackAsTheyWereAlsoAfterReopening() {
        AttemptTrace trouble = new AttemptTrace(
                7, "p", "s", "v", "site", "", "[2001:db8::1]:25", 451, "4.7.1", BounceClass.RATE_LIMIT, 61_000, true);
        List<DeliveryEvent> batch = new ArrayList<>(events(1, 4));
        batch.add(
                event(5, EventKind.DEFERRED, "Grüße@exämple.com", trouble, "451 4.7.1 später 😀 'quoted' \"too\" \\"));
        journal().append(batch);

        assertThat(journal().find(JournalQuery.after(0, 10))).containsExactlyElementsOf(batch);
        assertThat(journal().lastSequence()).isEqualTo(5);
    }

    @Test
    default void everyKindAndBounceClassCanBeKept() {
        List<DeliveryEvent> batch = new ArrayList<>();
        for (EventKind kind : EventKind.values())
            batch.add(event(batch.size() + 1, kind, "a@example.com", AttemptTrace.NONE, ""));
        for (BounceClass bounceClass : BounceClass.values())
            batch.add(event(
                    batch.size() + 1,
                    EventKind.BOUNCED,
                    "a@example.com",
                    new AttemptTrace(1, "", "", "", "", "", "", 550, "5.1.1", bounceClass, 1, false),
                    "550 5.1.1 no"));
        journal().append(batch);

        assertThat(journal().find(JournalQuery.after(0, 100))).containsExactlyElementsOf(batch);
    }

    @Test
    default void anEmptyBatchIsNoError() {
        journal().append(List.of());

        assertThat(journal().lastSequence()).isZero();
    }

    @Test
    default void anEventOfferedTwiceIsKeptOnceAsItWasFirst() {
        Journal journal = journal();
        journal.append(events(1, 10));
        journal.append(events(1, 10));
        journal.append(List.of(
                event(10, EventKind.BOUNCED, "other@example.com", AttemptTrace.NONE, "changed"), event(11), event(11)));
        journal().append(events(8, 13));

        assertThat(journal.find(JournalQuery.after(0, 100))).containsExactlyElementsOf(events(1, 13));
    }

    @Test
    default void gapsAreFilledLater() {
        Journal journal = journal();
        journal.append(List.of(event(40_000), event(5)));
        journal.append(List.of(event(6), event(39_999), event(40_001)));
        journal().append(List.of(event(7)));

        assertThat(journal.find(JournalQuery.after(0, 100)))
                .containsExactly(event(5), event(6), event(7), event(39_999), event(40_000), event(40_001));
        assertThat(journal.lastSequence()).isEqualTo(40_001);
        assertThat(found(JournalQuestion.all().newestFirst())).containsExactly(40_001L, 40_000L, 39_999L, 7L, 6L, 5L);
    }

    @Test
    default void batchesOfferedAtTheSameTimeAreAllKept() {
        Journal journal = journal();
        IntStream.range(0, 12).parallel().forEach(i -> journal.append(events(i * 50L + 1, i * 50L + 75)));

        assertThat(journal.find(JournalQuery.after(0, 1000))).containsExactlyElementsOf(events(1, 625));
    }

    @Test
    default void aTextThatTheDatabaseCannotHoldDoesNotRefuseTheEvent() {
        String longReason = "450 " + "x".repeat(2_000_000);
        journal()
                .append(List.of(
                        event(1, EventKind.DEFERRED, "nul\u0000@example.com", AttemptTrace.NONE, "450 a\u0000b \ud800"),
                        event(2, EventKind.DEFERRED, "b@example.com", AttemptTrace.NONE, longReason)));

        List<DeliveryEvent> found = journal().find(JournalQuery.after(0, 10));
        assertThat(sequences(found)).containsExactly(1L, 2L);
        assertThat(found.get(0).reason()).startsWith("450 a");
        assertThat(found.get(1).reason()).startsWith("450 xxx");
    }

    @Test
    default void theHistoryOfAMessageIsFoundOldestFirst() {
        journal().append(events(1, 100));

        assertThat(journal().find(JournalQuery.ofMessage(new MessageId(7)))).containsExactly(event(13), event(14));
        assertThat(journal().find(JournalQuery.ofMessage(new MessageId(Long.MAX_VALUE))))
                .isEmpty();
    }

    @Test
    default void aRecipientIsFoundWithoutRegardToCase() {
        journal().append(events(1, 100));

        assertThat(found(JournalQuestion.all().recipient("USER13@Example.com"))).containsExactly(13L, 14L);
        assertThat(found(JournalQuestion.all().recipient("user1@example.com"))).containsExactly(1L, 2L);
        assertThat(found(JournalQuestion.all().recipient("nobody@example.com"))).isEmpty();
        assertThat(found(JournalQuestion.all().recipient("user13"))).isEmpty();
    }

    @Test
    default void aDomainStandsForItsAddressesOnly() {
        journal()
                .append(List.of(
                        event(1, EventKind.RECEIVED, "a@One.example", AttemptTrace.NONE, ""),
                        event(2, EventKind.RECEIVED, "b@one.example", AttemptTrace.NONE, ""),
                        event(3, EventKind.RECEIVED, "b@sub.one.example", AttemptTrace.NONE, ""),
                        event(4, EventKind.RECEIVED, "b@oneXexample", AttemptTrace.NONE, ""),
                        event(5, EventKind.RECEIVED, "b@on_.example", AttemptTrace.NONE, "")));

        assertThat(found(JournalQuestion.all().recipient("@ONE.example"))).containsExactly(1L, 2L);
        assertThat(found(JournalQuestion.all().recipient("@on_.example"))).containsExactly(5L);
    }

    @Test
    default void aSenderIsFoundByAddressAndByDomain() {
        journal().append(events(1, 4));

        assertThat(found(JournalQuestion.all().sender("News@sender.example"))).hasSize(4);
        assertThat(found(JournalQuestion.all().sender("@SENDER.example"))).hasSize(4);
        assertThat(found(JournalQuestion.all().sender("other@sender.example"))).isEmpty();
        assertThat(found(JournalQuestion.all().sender("@example"))).isEmpty();
    }

    @Test
    default void eachOtherConditionNarrows() {
        journal().append(events(1, 100));

        assertThat(found(JournalQuestion.all().kinds(Set.of(EventKind.DELIVERED, EventKind.BOUNCED))))
                .hasSize(50)
                .allMatch(sequence -> sequence % 2 == 0);
        assertThat(found(JournalQuestion.all().tenant("acme"))).hasSize(100);
        assertThat(found(JournalQuestion.all().tenant("ACME"))).isEmpty();
        assertThat(found(JournalQuestion.all().campaign("spring"))).hasSize(100);
        assertThat(found(JournalQuestion.all().campaign("autumn"))).isEmpty();
        assertThat(found(JournalQuestion.all().source("alpha-1"))).hasSize(50);
        assertThat(found(JournalQuestion.all().source("alpha-2"))).isEmpty();
        assertThat(found(JournalQuestion.all().server("alpha"))).hasSize(50);
        assertThat(found(JournalQuestion.all().server("beta"))).isEmpty();
        assertThat(found(JournalQuestion.all().provider("big"))).hasSize(50);
        assertThat(found(JournalQuestion.all().provider("small"))).isEmpty();
        assertThat(found(JournalQuestion.all().unconfirmedOnly())).isEmpty();
    }

    @Test
    default void conditionsAreJoinedByAnd() {
        journal().append(events(1, 100));

        assertThat(found(JournalQuestion.all()
                        .recipient("@example.com")
                        .tenant("acme")
                        .server("alpha")
                        .kinds(Set.of(EventKind.DELIVERED))
                        .after(90)
                        .newestFirst()
                        .limit(3)))
                .containsExactly(100L, 98L, 96L);
        assertThat(found(JournalQuestion.all().message(new MessageId(7)).server("beta")))
                .isEmpty();
    }

    @Test
    default void possibleDuplicatesCanBeListed() {
        AttemptTrace unconfirmed = new AttemptTrace(1, "", "", "", "", "", "", 0, "", BounceClass.NETWORK, 9, true);
        journal().append(events(1, 50));
        journal().append(List.of(event(51, EventKind.DEFERRED, "x@example.com", unconfirmed, "no reply")));
        journal().append(events(52, 60));

        assertThat(found(JournalQuestion.all().unconfirmedOnly())).containsExactly(51L);
    }

    @Test
    default void timeLimitsIncludeTheFirstAndExcludeTheLast() {
        journal().append(events(1, 40_000));

        assertThat(found(JournalQuestion.all().from(START.plusSeconds(20_000)).until(START.plusSeconds(20_003))))
                .containsExactly(20_000L, 20_001L, 20_002L);
        assertThat(found(JournalQuestion.all().from(START.plusSeconds(39_999)))).containsExactly(39_999L, 40_000L);
        assertThat(found(JournalQuestion.all().until(START.plusSeconds(3)))).containsExactly(1L, 2L);
        assertThat(found(JournalQuestion.all().from(START.plusSeconds(50_000)))).isEmpty();
        assertThat(found(
                        JournalQuestion.all().recipient("user33333@example.com").newestFirst()))
                .containsExactly(33_334L, 33_333L);
    }

    @Test
    default void anEventOutOfTimeOrderIsFoundByItsTime() {
        journal().append(events(1, 10));
        DeliveryEvent early = received(11);
        DeliveryEvent moved = new DeliveryEvent(
                11,
                early.kind(),
                START.minusSeconds(1_000),
                early.message(),
                0,
                early.sender(),
                early.recipient(),
                early.tenant(),
                early.campaign(),
                early.messageClass(),
                early.receivedAt(),
                early.sizeBytes(),
                early.client(),
                early.attempt(),
                early.reason());
        journal().append(List.of(moved));

        assertThat(found(JournalQuestion.all().until(START))).containsExactly(11L);
    }

    @Test
    default void aReaderCanFollowInPages() {
        journal().append(events(1, 25));

        assertThat(sequences(journal().find(JournalQuery.after(0, 10)))).containsExactlyElementsOf(range(1, 10));
        assertThat(sequences(journal().find(JournalQuery.after(10, 10)))).containsExactlyElementsOf(range(11, 20));
        assertThat(sequences(journal().find(JournalQuery.after(20, 10)))).containsExactlyElementsOf(range(21, 25));
        assertThat(journal().find(JournalQuery.after(25, 10))).isEmpty();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    default void removingForgetsWhatIsOlderAndNothingElse() {
        Journal journal = journal();
        journal.append(events(1, 40_000));

        assertThat(journal.removeBefore(START.plusSeconds(20_000))).isEqualTo(19_999);
        assertThat(journal.removeBefore(START.plusSeconds(20_000))).isZero();
        assertThat(sequences(journal.find(JournalQuery.after(0, 1)))).containsExactly(20_000L);
        assertThat(journal().lastSequence()).isEqualTo(40_000);
        assertThat(found(JournalQuestion.all().recipient("user13@example.com"))).isEmpty();
        assertThat(found(JournalQuestion.all().recipient("user20001@example.com")))
                .containsExactly(20_001L, 20_002L);
    }

    @Test
    default void theLastSequenceIsRememberedEvenIfEverythingIsRemoved() {
        journal().append(events(1, 10));
        assertThat(journal().removeBefore(START.plusSeconds(1_000))).isEqualTo(10);

        assertThat(journal().lastSequence()).isEqualTo(10);
        assertThat(journal().find(JournalQuery.after(0, 10))).isEmpty();
    }

    @Test
    default void aLargeBatchInAnyOrderIsKept() {
        List<DeliveryEvent> batch = new ArrayList<>(events(1, 5_000));
        Collections.reverse(batch);
        journal().append(batch);

        assertThat(journal().find(JournalQuery.after(0, 10_000))).containsExactlyElementsOf(events(1, 5_000));
        assertThat(Optional.of(journal().lastSequence())).contains(5_000L);
    }
}

package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.DsnReturn;
import org.postyard.api.message.Envelope;
import org.postyard.api.message.Handling;
import org.postyard.api.message.Message;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.MessageId;
import org.postyard.api.message.Notify;
import org.postyard.api.message.Priority;
import org.postyard.api.message.Recipient;
import org.postyard.api.spool.Counts;
import org.postyard.api.spool.RecipientState;

/** Records as older versions wrote them are on the disks of users: these octets must be read for ever. */
class CodecTest {
    private static final Instant TIME = Instant.ofEpochSecond(1_767_323_045L, 678_000_000);

    private static final Message MESSAGE = new Message(
            new MessageId(42),
            new Envelope(
                    "s@example.org",
                    List.of(
                            new Recipient("a@example.com", Set.of(Notify.SUCCESS, Notify.DELAY), "rfc822;a"),
                            Recipient.of("b@example.com")),
                    DsnReturn.HEADERS,
                    "env",
                    true,
                    false),
            new Handling(
                    "tenant",
                    "campaign",
                    MessageClass.TRANSACTIONAL,
                    Priority.LOW,
                    Optional.of("pool"),
                    Optional.of(TIME),
                    Optional.empty()),
            TIME,
            "192.0.2.1",
            12_345);

    private static final DeliveryEvent EVENT = new DeliveryEvent(
            9,
            EventKind.BOUNCED,
            TIME,
            new MessageId(42),
            1,
            "s@example.org",
            "b@example.com",
            "tenant",
            "",
            MessageClass.BULK,
            TIME,
            12_345,
            "192.0.2.1",
            new AttemptTrace(
                    2, "p", "e", "v", "site", "prov", "mx:25", 550, "5.1.1", BounceClass.BAD_MAILBOX, 77, true),
            "no such user");

    private static final RecipientState STATE = new RecipientState(3, false, 2, TIME, "later", true);

    private static final Tally TALLY =
            new Tally(7, 1000, 3, Map.of(MessageClass.BULK, new Counts(9, 1, 2, 3, 0, 0, 200)));

    @Test
    void messagesAreWrittenAsEver() {
        assertThat(hex(MessageCodec.encode(MESSAGE)))
                .isEqualTo("010d73406578616d706c652e6f72670203656e760100020d61406578616d706c652e636f6d0a0872"
                        + "66633832323b610d62406578616d706c652e636f6d00000674656e616e740863616d706169676e0d"
                        + "7472616e73616374696f6e616c030104706f6f6c01a5ebdcca0680eba5c30200a5ebdcca0680eba5"
                        + "c302093139322e302e322e31b960");
        assertThat(MessageCodec.decode(42, MessageCodec.encode(MESSAGE), new Interner()))
                .isEqualTo(MESSAGE);
    }

    @Test
    void eventsAreWrittenAsEver() {
        assertThat(hex(EventCodec.encode(EVENT)))
                .isEqualTo("0104a5ebdcca0680eba5c3022a010d73406578616d706c652e6f72670d62406578616d706c652e63"
                        + "6f6d0674656e616e74000462756c6ba5ebdcca0680eba5c302b960093139322e302e322e310c6e6f"
                        + "20737563682075736572010201700165017604736974650470726f76056d783a3235a60405352e31"
                        + "2e31014d01");
        assertThat(EventCodec.decode(9, EventCodec.encode(EVENT))).isEqualTo(EVENT);
    }

    @Test
    void statesAreWrittenAsEver() {
        assertThat(hex(StateCodec.encode(STATE))).isEqualTo("010002a5ebdcca0680eba5c302056c6174657201");
        assertThat(StateCodec.decode(3, StateCodec.encode(STATE))).isEqualTo(STATE);
    }

    @Test
    void talliesAreWrittenAsEver() {
        assertThat(hex(TALLY.encode())).isEqualTo("0107e80703010462756c6b090102030000c801");
        assertThat(Tally.decode(TALLY.encode())).isEqualTo(TALLY);
    }

    @Test
    void constantsKeepTheirPlaces() {
        assertThat(names(DsnReturn.values())).isEqualTo("UNSPECIFIED FULL HEADERS");
        assertThat(names(Notify.values())).isEqualTo("NEVER SUCCESS FAILURE DELAY");
        assertThat(names(Priority.values())).isEqualTo("CRITICAL HIGH NORMAL LOW");
        assertThat(names(EventKind.values()))
                .isEqualTo(
                        "RECEIVED DELIVERED RELAYED DEFERRED BOUNCED EXPIRED SUPPRESSED CANCELLED BOUNCED_LATER COMPLAINED");
        assertThat(names(BounceClass.values()))
                .isEqualTo("NONE BAD_MAILBOX BAD_DOMAIN INACTIVE_MAILBOX QUOTA TOO_LARGE RATE_LIMIT REPUTATION CONTENT"
                        + " AUTHENTICATION POLICY NETWORK DNS PEER_SYSTEM PROTOCOL LOCAL OTHER");
    }

    @Test
    void damagedRecordsAreNoticed() {
        byte[] whole = MessageCodec.encode(MESSAGE);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> MessageCodec.decode(42, cut, new Interner()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be read");
        byte[] newer = whole.clone();
        newer[0] = 2;
        assertThatThrownBy(() -> MessageCodec.decode(42, newer, new Interner()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void keysSortLikeTheirNumbers() {
        long[] numbers = {0, 1, 255, 256, Integer.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 1; i < numbers.length; i++)
            assertThat(Arrays.compareUnsigned(Keys.of(numbers[i - 1]), Keys.of(numbers[i])))
                    .isNegative();
        assertThat(Keys.numberOf(Keys.of(987_654_321_012L, 70_000))).isEqualTo(987_654_321_012L);
        assertThat(Keys.indexOf(Keys.of(987_654_321_012L, 70_000))).isEqualTo(70_000);
    }

    private static String names(Enum<?>[] constants) {
        return String.join(" ", Arrays.stream(constants).map(Enum::name).toList());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

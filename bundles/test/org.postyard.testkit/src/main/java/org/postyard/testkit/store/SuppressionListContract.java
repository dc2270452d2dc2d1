package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postyard.api.suppression.Suppression.Reason.COMPLAINT;
import static org.postyard.api.suppression.Suppression.Reason.HARD_BOUNCE;
import static org.postyard.api.suppression.Suppression.Reason.MANUAL;
import static org.postyard.api.suppression.Suppression.Reason.UNSUBSCRIBED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postyard.api.suppression.Suppression;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.testkit.ManualClock;

/** What every implementation of {@link SuppressionList} does; an implementation's test implements it. */
public interface SuppressionListContract {
    /** The list under test, empty at the beginning of each test; the same one, loaded anew, at each further call. */
    SuppressionList suppressions();

    /** The clock of the list under test. */
    ManualClock clock();

    private Suppression entry(String address, Suppression.Reason reason, Optional<String> tenant) {
        return new Suppression(address, reason, tenant, "test", clock().instant(), Optional.empty());
    }

    private Suppression forEverybody(String address) {
        return entry(address, MANUAL, Optional.empty());
    }

    @Test
    default void anEmptyListForbidsNothing() {
        assertThat(suppressions().match("ada@example.com", "acme")).isEmpty();
        assertThat(suppressions().size()).isZero();
        assertThat(suppressions().list("", 10)).isEmpty();
    }

    @Test
    default void anEntryIsEffectiveWhenAddReturnsAndAfterReopening() {
        SuppressionList list = suppressions();
        Suppression entry = forEverybody("ada@example.com");
        list.add(entry);

        assertThat(list.match("ada@example.com", "acme")).contains(entry);
        assertThat(suppressions().match("ada@example.com", "acme")).contains(entry);
        assertThat(list.match("bob@example.com", "acme")).isEmpty();
        assertThat(list.match("ada@example.org", "acme")).isEmpty();
    }

    @Test
    default void caseDoesNotMatter() {
        SuppressionList list = suppressions();
        list.add(forEverybody("Ada.Lovelace@Example.COM"));

        assertThat(list.match("ada.lovelace@example.com", "acme"))
                .map(Suppression::address)
                .contains("ada.lovelace@example.com");
        assertThat(list.match("ADA.LOVELACE@EXAMPLE.COM", "acme")).isPresent();
    }

    @Test
    default void aDomainEntryForbidsAllItsAddressesButNoSubdomain() {
        SuppressionList list = suppressions();
        list.add(forEverybody("@Example.com"));

        assertThat(suppressions().match("anybody@example.com", "acme"))
                .map(Suppression::address)
                .contains("@example.com");
        assertThat(list.match("\"odd@local\"@EXAMPLE.com", "acme")).isPresent();
        assertThat(list.match("anybody@sub.example.com", "acme")).isEmpty();
        assertThat(list.match("anybody@notexample.com", "acme")).isEmpty();
    }

    @Test
    default void aTenantsEntryIsForThisTenantOnly() {
        SuppressionList list = suppressions();
        Suppression entry = entry("ada@example.com", UNSUBSCRIBED, Optional.of("acme"));
        list.add(entry);

        assertThat(suppressions().match("ada@example.com", "acme")).contains(entry);
        assertThat(list.match("ada@example.com", "other")).isEmpty();
        assertThat(list.match("ada@example.com", "")).isEmpty();
    }

    @Test
    default void theMostSpecificEntryIsGiven() {
        SuppressionList list = suppressions();
        List<Suppression> fromGeneralToSpecific = List.of(
                forEverybody("@example.com"),
                entry("@example.com", MANUAL, Optional.of("acme")),
                forEverybody("ada@example.com"),
                entry("ada@example.com", COMPLAINT, Optional.of("acme")),
                entry("ada@example.com", HARD_BOUNCE, Optional.of("acme")),
                entry("ada@example.com", UNSUBSCRIBED, Optional.of("acme")));
        for (Suppression entry : fromGeneralToSpecific) {
            list.add(entry);
            assertThat(list.match("ada@example.com", "acme")).contains(entry);
        }
        assertThat(suppressions().match("ada@example.com", "acme")).contains(fromGeneralToSpecific.get(5));
    }

    @Test
    default void anEntryEndsWhenItExpiresAndWhatItHidGoesOn() {
        SuppressionList list = suppressions();
        Instant expires = clock().instant().plusSeconds(60);
        Suppression passing = new Suppression(
                "ada@example.com", HARD_BOUNCE, Optional.empty(), "test", clock().instant(), Optional.of(expires));
        Suppression lasting = forEverybody("@example.com");
        list.add(passing);
        list.add(lasting);

        clock().advance(Duration.ofSeconds(59));
        assertThat(list.match("ada@example.com", "acme")).contains(passing);
        clock().advance(Duration.ofSeconds(1));
        assertThat(list.match("ada@example.com", "acme")).contains(lasting);
        assertThat(suppressions().match("ada@example.com", "acme")).contains(lasting);
    }

    @Test
    default void addingAgainReplacesTheEntryOfTheSameAddressTenantAndReason() {
        SuppressionList list = suppressions();
        list.add(forEverybody("ada@example.com"));
        Suppression newer = new Suppression(
                "ada@example.com",
                MANUAL,
                Optional.empty(),
                "another source",
                clock().instant().plusSeconds(5),
                Optional.of(clock().instant().plusSeconds(500)));
        list.add(newer);

        assertThat(list.match("ada@example.com", "acme")).contains(newer);
        assertThat(suppressions().list("", 10)).containsExactly(newer);
        assertThat(list.size()).isEqualTo(1);
    }

    @Test
    default void timesAreKeptToTheSecond() {
        Instant since = clock().instant();
        suppressions()
                .add(new Suppression(
                        "ada@example.com",
                        MANUAL,
                        Optional.empty(),
                        "test",
                        since.plusMillis(999),
                        Optional.of(since.plusSeconds(100).plusNanos(1))));

        Suppression kept = new Suppression(
                "ada@example.com", MANUAL, Optional.empty(), "test", since, Optional.of(since.plusSeconds(100)));
        assertThat(suppressions().match("ada@example.com", "")).contains(kept);
        assertThat(suppressions().list("", 1)).containsExactly(kept);
    }

    @Test
    default void removingTakesAllReasonsOfOneScopeAndSaysHowMany() {
        SuppressionList list = suppressions();
        list.add(entry("ada@example.com", COMPLAINT, Optional.empty()));
        list.add(entry("ada@example.com", MANUAL, Optional.empty()));
        list.add(entry("ada@example.com", UNSUBSCRIBED, Optional.of("acme")));

        assertThat(list.remove("ADA@example.com", Optional.empty())).isEqualTo(2);
        assertThat(list.match("ada@example.com", "other")).isEmpty();
        assertThat(list.match("ada@example.com", "acme")).isPresent();
        assertThat(list.remove("ada@example.com", Optional.of("acme"))).isEqualTo(1);
        assertThat(list.remove("ada@example.com", Optional.of("acme"))).isZero();
        assertThat(list.size()).isZero();
        assertThat(suppressions().match("ada@example.com", "acme")).isEmpty();
    }

    @Test
    default void pagesAreInOrderAndNeverSplitAnAddress() {
        SuppressionList list = suppressions();
        for (String address : List.of("c@x.example", "B@x.example", "@x.example", "a-b@x.example", "a_b@x.example"))
            list.add(forEverybody(address));
        list.add(entry("b@x.example", COMPLAINT, Optional.of("acme")));

        List<String> inOrder = new ArrayList<>();
        String after = "";
        for (List<Suppression> page = list.list(after, 1); !page.isEmpty(); page = list.list(after, 1)) {
            assertThat(page)
                    .extracting(Suppression::address)
                    .containsOnly(page.get(0).address());
            page.forEach(entry -> inOrder.add(entry.address()));
            after = page.get(0).address();
        }

        assertThat(inOrder)
                .containsExactly(
                        "@x.example", "a-b@x.example", "a_b@x.example", "b@x.example", "b@x.example", "c@x.example");
        assertThat(list.list("", 3)).hasSize(3);
        assertThat(list.list("", 4)).hasSize(5);
        assertThat(list.list("zzz", 4)).isEmpty();
    }

    @Test
    default void manyEntriesAreEachFoundAndNothingElse() {
        SuppressionList list = suppressions();
        List<Suppression> entries = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) entries.add(forEverybody("user" + i + "@example.com"));
        list.addAll(entries);
        for (int i = 0; i < 5_000; i += 2) {
            if (i % 100 == 0) list.remove("user" + i + "@example.com", Optional.empty());
        }

        assertThat(list.size()).isEqualTo(4_950);
        for (SuppressionList each : List.of(list, suppressions())) {
            for (int i = 0; i < 6_000; i++)
                assertThat(each.match("user" + i + "@example.com", "acme").isPresent())
                        .isEqualTo(i < 5_000 && i % 100 != 0);
        }
    }
}

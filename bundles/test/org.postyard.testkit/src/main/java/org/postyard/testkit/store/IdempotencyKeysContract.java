package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postyard.api.injection.IdempotencyKeys;
import org.postyard.api.injection.IdempotencyKeys.Answer;
import org.postyard.api.injection.IdempotencyKeys.Claim;
import org.postyard.testkit.ManualClock;

/** What every implementation of {@link IdempotencyKeys} does; an implementation's test implements it. */
public interface IdempotencyKeysContract {
    /** The keys under test, empty at the beginning of each test; the same ones, read anew, at each further call. */
    IdempotencyKeys idempotencyKeys();

    /** The clock of the keys under test. */
    ManualClock clock();

    @Test
    default void theFirstCallerClaimsAndTheSecondWaits() {
        assertThat(idempotencyKeys().claim("shop", "order-1", "digest")).isEqualTo(new Claim.Claimed());
        assertThat(idempotencyKeys().claim("shop", "order-1", "digest")).isEqualTo(new Claim.InProgress());
    }

    @Test
    default void laterCallersGetTheFirstAnswer() {
        IdempotencyKeys keys = idempotencyKeys();
        Answer answer = new Answer(202, "{\"id\":\"" + "ü😀".repeat(10_000) + "\"}");
        keys.claim("shop", "order-1", "digest");
        keys.complete("shop", "order-1", answer);

        assertThat(idempotencyKeys().claim("shop", "order-1", "digest")).isEqualTo(new Claim.Answered(answer));
    }

    @Test
    default void keysOfDifferentOwnersNeverMeet() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");

        assertThat(keys.claim("news", "order-1", "digest")).isEqualTo(new Claim.Claimed());
        assertThat(keys.claim("shoporder", "-1", "digest")).isEqualTo(new Claim.Claimed());
    }

    @Test
    default void aKeyUsedForADifferentRequestIsMisused() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");
        assertThat(keys.claim("shop", "order-1", "other digest")).isEqualTo(new Claim.Misused());

        keys.complete("shop", "order-1", new Answer(202, ""));
        assertThat(keys.claim("shop", "order-1", "other digest")).isEqualTo(new Claim.Misused());
    }

    @Test
    default void anAbandonedKeyMayBeClaimedAgain() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");
        keys.abandon("shop", "order-1");

        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.Claimed());
    }

    @Test
    default void anAnswerIsNotAbandoned() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");
        keys.complete("shop", "order-1", new Answer(202, "first"));
        keys.abandon("shop", "order-1");

        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.Answered(new Answer(202, "first")));
    }

    @Test
    default void aClaimWithoutAnAnswerLapses() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");

        clock().advance(IdempotencyKeys.CLAIM_LIFE.minusSeconds(1));
        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.InProgress());
        clock().advance(Duration.ofSeconds(1));
        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.Claimed());
        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.InProgress());
    }

    @Test
    default void aLateAnswerIsKeptAllTheSame() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");
        clock().advance(IdempotencyKeys.CLAIM_LIFE.plusSeconds(1));
        keys.complete("shop", "order-1", new Answer(202, "late"));

        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.Answered(new Answer(202, "late")));
    }

    @Test
    default void anAnswerIsForgottenAfterADay() {
        IdempotencyKeys keys = idempotencyKeys();
        keys.claim("shop", "order-1", "digest");
        keys.complete("shop", "order-1", new Answer(202, ""));

        clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(keys.claim("shop", "order-1", "digest")).isEqualTo(new Claim.Answered(new Answer(202, "")));
        clock().advance(Duration.ofSeconds(1));
        assertThat(keys.claim("shop", "order-1", "another")).isEqualTo(new Claim.Claimed());
    }

    @Test
    default void onlyOneOfManyAtTheSameTimeClaims() {
        IdempotencyKeys keys = idempotencyKeys();
        long claimed = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> keys.claim("shop", "order-1", "digest"))
                .filter(new Claim.Claimed()::equals)
                .count();

        assertThat(claimed).isEqualTo(1);
    }

    @Test
    default void aVeryLongKeyIsAKeyLikeAnyOther() {
        IdempotencyKeys keys = idempotencyKeys();
        String key = "k".repeat(20_000);
        keys.claim("shop", key, "digest");

        assertThat(keys.claim("shop", key, "digest")).isEqualTo(new Claim.InProgress());
        assertThat(keys.claim("shop", key + "k", "digest")).isEqualTo(new Claim.Claimed());
    }
}

package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.access.Role;
import org.postyard.testkit.ManualClock;

/** What every implementation of {@link ApiKeys} does; an implementation's test implements it. */
public interface ApiKeysContract {
    /** The keys under test, empty at the beginning of each test; the same ones, with an empty cache, at each further call. */
    ApiKeys apiKeys();

    /** The clock of the keys under test. */
    ManualClock clock();

    @Test
    default void aTokenLeadsToItsKeyAlsoAfterReopening() {
        ApiKeys.Created created = apiKeys().create("billing", Role.INTEGRATOR, Optional.empty(), "ada");

        assertThat(apiKeys().verify(created.token())).contains(created.key());
        assertThat(created.key().name()).isEqualTo("billing");
        assertThat(created.key().role()).isEqualTo(Role.INTEGRATOR);
        assertThat(created.key().author()).isEqualTo("ada");
        assertThat(created.key().created()).isEqualTo(clock().instant());
        assertThat(created.key().expires()).isEmpty();
    }

    @Test
    default void noOtherTextIsAccepted() {
        ApiKeys keys = apiKeys();
        ApiKeys.Created created = keys.create("billing", Role.VIEWER, Optional.empty(), "ada");
        String token = created.token();
        char last = token.charAt(token.length() - 1);
        String altered = token.substring(0, token.length() - 1) + (last == 'x' ? 'y' : 'x');

        assertThat(keys.verify(altered)).isEmpty();
        assertThat(keys.verify("")).isEmpty();
        assertThat(keys.verify("_")).isEmpty();
        assertThat(keys.verify("no such token")).isEmpty();
        assertThat(keys.verify(created.key().id())).isEmpty();
        assertThat(keys.verify(token + "x")).isEmpty();
        assertThat(keys.verify(token.substring(0, token.length() - 1))).isEmpty();
        assertThat(keys.verify("x".repeat(100_000))).isEmpty();
    }

    @Test
    default void tokensCarryAtLeast256BitsAndNeverRepeat() {
        ApiKeys keys = apiKeys();
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 50; i++)
            tokens.add(keys.create("key " + i, Role.VIEWER, Optional.empty(), "ada")
                    .token());

        assertThat(tokens).hasSize(50).allSatisfy(token -> assertThat(token).hasSizeGreaterThanOrEqualTo(43));
    }

    @Test
    default void aKeyEndsWhenItExpiresEvenIfItWasJustUsed() {
        ApiKeys keys = apiKeys();
        ApiKeys.Created created = keys.create(
                "trial", Role.OPERATOR, Optional.of(clock().instant().plusSeconds(3600)), "ada");

        clock().advance(Duration.ofSeconds(3599));
        assertThat(keys.verify(created.token())).contains(created.key());
        clock().advance(Duration.ofSeconds(1));
        assertThat(keys.verify(created.token())).isEmpty();
    }

    @Test
    default void aRemovedKeyIsRefusedAtOnceEvenIfItWasJustUsed() {
        ApiKeys keys = apiKeys();
        ApiKeys.Created created = keys.create("billing", Role.ADMIN, Optional.empty(), "ada");
        assertThat(keys.verify(created.token())).isPresent();

        assertThat(keys.remove(created.key().id())).isTrue();
        assertThat(keys.verify(created.token())).isEmpty();
        assertThat(keys.remove(created.key().id())).isFalse();
        assertThat(apiKeys().list()).isEmpty();
    }

    @Test
    default void theListShowsEveryKeyInOrderOfCreation() {
        ApiKeys keys = apiKeys();
        ApiKeys.Created first = keys.create("first", Role.VIEWER, Optional.empty(), "ada");
        clock().advance(Duration.ofSeconds(1));
        ApiKeys.Created second =
                keys.create("second", Role.ADMIN, Optional.of(clock().instant().plusSeconds(10)), "bob");

        assertThat(apiKeys().list()).containsExactly(first.key(), second.key());
    }
}

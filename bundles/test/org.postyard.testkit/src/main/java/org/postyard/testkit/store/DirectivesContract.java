package org.postyard.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postyard.api.operation.Directives;

/** What every implementation of {@link Directives} does; an implementation's test implements it. */
public interface DirectivesContract {
    /** The directives under test, empty at the beginning of each test; the same ones, read anew, at each further call. */
    Directives directives();

    @Test
    default void newDirectivesAreEmpty() {
        assertThat(directives().all()).isEmpty();
    }

    @Test
    default void aDirectiveIsThereAfterReopening() {
        directives().put("server.alpha", "draining");

        assertThat(directives().all()).isEqualTo(Map.of("server.alpha", "draining"));
    }

    @Test
    default void theLastValueOfADirectiveCounts() {
        Directives directives = directives();
        directives.put("queue.acme/spring", "held");
        directives.put("queue.acme/spring", "held until noon: \"grüße\" 😀");

        assertThat(directives().all()).isEqualTo(Map.of("queue.acme/spring", "held until noon: \"grüße\" 😀"));
    }

    @Test
    default void keysThatDifferInCaseAreDifferentDirectives() {
        Directives directives = directives();
        directives.put("a", "1");
        directives.put("A", "2");

        assertThat(directives.all()).isEqualTo(Map.of("a", "1", "A", "2"));
    }

    @Test
    default void aRemovedDirectiveIsGoneAndRemovingItAgainIsNoError() {
        Directives directives = directives();
        directives.put("server.alpha", "draining");
        directives.put("server.beta", "maintenance");
        directives.remove("server.alpha");
        directives.remove("server.alpha");

        assertThat(directives().all()).isEqualTo(Map.of("server.beta", "maintenance"));
    }

    @Test
    default void aLongValueIsKeptWhole() {
        String value = "x".repeat(200_000);
        directives().put("balancer", value);

        assertThat(directives().all()).containsEntry("balancer", value);
    }
}

package org.postyard.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.FleetDesk.Applied;
import org.postyard.api.fleet.LimitDesk.Limit;
import org.postyard.api.fleet.LimitDesk.Name;
import org.postyard.api.fleet.LimitDesk.Scope;

class TunedLimitsTest {
    private static final String BLOCK = """
            # the fleet of \uD83D\uDE9B the yard
            version: 1
            servers:
              - id: a   # the old one
                nextHop: 127.0.0.1:2601
              - id: b
                maxConnections: 7 # as agreed
                nextHop: 127.0.0.1:2602
            limits:
              - server: a
                connections: 5   # not more
                messagesPerSecond: 2.5
              - domain: '*.example.com'
                connections: 3
            """;
    private static final Scope EVERYTHING = scope("", "", "");

    private final VersionedFleetDesk desk = new VersionedFleetDesk("", false, new VersionsInMemory());
    private final TunedLimits limits = new TunedLimits(desk);

    @Test
    void allLimitsOfTheDocumentAreListed() {
        apply(BLOCK);

        assertThat(limits.limits())
                .containsExactlyInAnyOrder(
                        new Limit(scope("b", "", ""), Name.MAX_CONNECTIONS, 7),
                        new Limit(scope("a", "", ""), Name.CONNECTIONS, 5),
                        new Limit(scope("a", "", ""), Name.MESSAGES_PER_SECOND, 2.5),
                        new Limit(scope("", "", "*.example.com"), Name.CONNECTIONS, 3));
    }

    @Test
    void aLimitThatIsThereIsReplacedAndAllElseStaysLetterByLetter() {
        apply(BLOCK);

        Applied applied = change(scope("a", "", ""), Name.CONNECTIONS, 9);

        assertThat(applied.problems()).isEmpty();
        assertThat(desk.export()).isEqualTo(BLOCK.replace("connections: 5 ", "connections: 9 "));
        assertThat(applied.version().orElseThrow().author()).isEqualTo("anna");
        assertThat(applied.version().orElseThrow().comment()).isEqualTo("too slow");
    }

    @Test
    void theLimitOfAServerIsReplacedOrAdded() {
        apply(BLOCK);

        change(scope("b", "", ""), Name.MAX_CONNECTIONS, 8);
        change(scope("a", "", ""), Name.MAX_CONNECTIONS, 4);

        assertThat(desk.current().server("b").orElseThrow().maxConnections()).isEqualTo(8);
        assertThat(desk.current().server("a").orElseThrow().maxConnections()).isEqualTo(4);
        assertThat(desk.export()).contains("# as agreed", "# the old one", "# not more");
    }

    @Test
    void aLimitIsAddedToTheRuleWithTheSameConditions() {
        apply(BLOCK);

        change(scope("", "", "*.example.com"), Name.MESSAGES_PER_HOUR, 1000);

        assertThat(limits.limits())
                .hasSize(5)
                .contains(new Limit(scope("", "", "*.example.com"), Name.MESSAGES_PER_HOUR, 1000));
        assertThat(desk.current().limits()).hasSize(2);
    }

    @Test
    void aRuleIsAddedIfNoneHasTheseConditions() {
        apply(BLOCK);

        change(scope("", "b", "*.example.net"), Name.MESSAGES_PER_SECOND, 0.5);
        change(EVERYTHING, Name.CONNECTIONS, 2);

        assertThat(limits.limits())
                .hasSize(6)
                .contains(
                        new Limit(scope("", "b", "*.example.net"), Name.MESSAGES_PER_SECOND, 0.5),
                        new Limit(EVERYTHING, Name.CONNECTIONS, 2));
    }

    @Test
    void aDocumentWithoutLimitsGetsTheFirst() {
        apply("version: 1\nservers:\n  - id: a");
        change(EVERYTHING, Name.CONNECTIONS, 2);
        assertThat(desk.export()).isEqualTo("version: 1\nservers:\n  - id: a\nlimits:\n  - connections: 2\n");

        apply("{version: 1, servers: [{id: a}]}");
        change(EVERYTHING, Name.CONNECTIONS, 3);
        change(scope("a", "", ""), Name.MAX_CONNECTIONS, 6);
        change(scope("a", "", ""), Name.CONNECTIONS, 5);
        assertThat(limits.limits())
                .containsExactlyInAnyOrder(
                        new Limit(EVERYTHING, Name.CONNECTIONS, 3),
                        new Limit(scope("a", "", ""), Name.CONNECTIONS, 5),
                        new Limit(scope("a", "", ""), Name.MAX_CONNECTIONS, 6));
    }

    @Test
    void limitsAreTakenAwayOneByOneUntilNoneIsLeft() {
        apply(BLOCK);
        int left = limits.limits().size();
        for (Limit limit : limits.limits()) {
            Applied applied = limits.change(limit.scope(), limit.name(), OptionalDouble.empty(), "anna", "open");
            assertThat(applied.problems()).isEmpty();
            assertThat(limits.limits()).hasSize(--left).doesNotContain(limit);
        }
        assertThat(desk.current().servers()).hasSize(2);
    }

    @Test
    void theLastRuleIsTakenAwayBeforeTheFirst() {
        apply(BLOCK);

        limits.change(scope("", "", "*.example.com"), Name.CONNECTIONS, OptionalDouble.empty(), "anna", "open");

        assertThat(limits.limits()).hasSize(3);
    }

    @Test
    void whatContradictsTheRulesChangesNothing() {
        apply(BLOCK);

        assertThat(change(scope("x", "", ""), Name.MAX_CONNECTIONS, 5).problems())
                .isNotEmpty();
        assertThat(change(scope("x", "", ""), Name.CONNECTIONS, 5).problems()).isNotEmpty();
        assertThat(change(scope("a", "", ""), Name.CONNECTIONS, 2.5).problems()).isNotEmpty();
        assertThat(change(scope("a", "", ""), Name.CONNECTIONS, 0).problems()).isNotEmpty();
        assertThat(change(scope("a", "", ""), Name.CONNECTIONS, -1).problems()).isNotEmpty();
        assertThat(change(scope("a", "", ""), Name.CONNECTIONS, 5).problems()).isNotEmpty();
        assertThat(change(EVERYTHING, Name.MAX_CONNECTIONS, 5).problems()).isNotEmpty();
        assertThat(desk.export()).isEqualTo(BLOCK);
    }

    @Test
    void withoutADocumentThereIsNothingToChange() {
        assertThat(change(EVERYTHING, Name.CONNECTIONS, 5).problems()).isNotEmpty();
    }

    private void apply(String yaml) {
        assertThat(desk.apply(yaml, "ben", "").problems()).isEmpty();
    }

    private Applied change(Scope scope, Name name, double value) {
        return limits.change(scope, name, OptionalDouble.of(value), "anna", "too slow");
    }

    private static Scope scope(String server, String source, String domain) {
        return new Scope(given(server), given(source), Optional.empty(), Optional.empty(), given(domain));
    }

    private static Optional<String> given(String id) {
        return Optional.of(id).filter(text -> !text.isEmpty());
    }
}

package org.postyard.control.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.api.administration.LogDesk.Line;
import org.postyard.api.administration.LogDesk.Page;
import org.postyard.api.administration.LogDesk.Query;

class LogRingTest {
    private final LogRing ring = new LogRing(4);

    @Test
    void theNewestLinesThatMatchComeInTheirOrder() {
        add(Level.INFO, "org.postyard.a", "one");
        add(Level.DEBUG, "org.postyard.a", "two");
        add(Level.ERROR, "org.postyard.b", "Three");
        add(Level.INFO, "org.other", "four");

        assertThat(texts(query(OptionalLong.empty(), Level.INFO, "", "", 2))).containsExactly("Three", "four");
        assertThat(texts(query(OptionalLong.empty(), Level.TRACE, "org.postyard", "", 9)))
                .containsExactly("one", "two", "Three");
        assertThat(texts(query(OptionalLong.empty(), Level.TRACE, "", "three", 9)))
                .containsExactly("Three");
        assertThat(texts(query(OptionalLong.empty(), Level.ERROR, "", "", 9))).containsExactly("Three");
    }

    @Test
    void followingGivesEachLineOnceAndTellsWhatWasOverwritten() {
        for (String text : List.of("1", "2", "3")) add(Level.INFO, "x", text);
        Page first = ring.find(query(OptionalLong.of(0), Level.INFO, "", "", 2));
        assertThat(texts(first)).containsExactly("1", "2");
        assertThat(first.missed()).isFalse();

        Page second = ring.find(query(OptionalLong.of(first.lastSequence()), Level.INFO, "", "", 2));
        assertThat(texts(second)).containsExactly("3");
        for (String text : List.of("4", "5", "6", "7", "8")) add(Level.INFO, "x", text);

        Page third = ring.find(query(OptionalLong.of(second.lastSequence()), Level.INFO, "", "", 9));
        assertThat(texts(third)).containsExactly("5", "6", "7", "8");
        assertThat(third.missed()).isTrue();
        assertThat(ring.find(query(OptionalLong.of(third.lastSequence()), Level.INFO, "", "", 9))
                        .missed())
                .isFalse();
    }

    private void add(Level level, String logger, String message) {
        ring.add(Instant.EPOCH, level, logger, "bundle", "main", message, "");
    }

    private static Query query(OptionalLong after, Level least, String logger, String text, int limit) {
        return new Query(after, least, logger, text, limit);
    }

    private List<String> texts(Query query) {
        return texts(ring.find(query));
    }

    private static List<String> texts(Page page) {
        return page.lines().stream().map(Line::message).toList();
    }
}

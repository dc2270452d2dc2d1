package org.postyard.spool.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postyard.api.message.MessageId;
import org.postyard.api.spool.InFlightMark;

class InFlightMarksTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void everyMarkIsKeptEvenIfTheFileMustGrow() throws IOException {
        try (InFlightMarks marks = open()) {
            for (long id = 0; id < 100_000; id++) marks.mark(new MessageId(id));
        }
        try (InFlightMarks marks = open()) {
            assertThat(marks.interrupted()).hasSize(100_000).contains(0L, 99_999L);
        }
    }

    @Test
    void marksOfManyThreadsDoNotDisturbEachOther() throws IOException {
        try (InFlightMarks marks = open()) {
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                long first = 10_000L * thread;
                threads.add(CompletableFuture.runAsync(() -> markAndClearMost(marks, first)));
            }
            threads.forEach(CompletableFuture::join);
        }
        try (InFlightMarks marks = open()) {
            assertThat(marks.interrupted()).containsExactlyInAnyOrder(0L, 10_000L, 20_000L, 30_000L);
        }
    }

    @Test
    void aClearedSlotThatWasGivenAwayIsNotClearedAgain() throws IOException {
        MessageId id = new MessageId(7);
        try (InFlightMarks marks = open()) {
            InFlightMark first = marks.mark(id);
            first.clear();
            marks.mark(id);
            first.clear();
        }
        try (InFlightMarks marks = open()) {
            assertThat(marks.interrupted(7)).isTrue();
        }
    }

    @Test
    void aSettlementEndsTheInterruptionOfItsMessageOnly() throws IOException {
        try (InFlightMarks marks = open()) {
            marks.mark(new MessageId(1));
            marks.mark(new MessageId(2));
            marks.mark(new MessageId(2));
        }
        try (InFlightMarks marks = open()) {
            marks.settled(2);
            marks.settled(3);
        }
        try (InFlightMarks marks = open()) {
            assertThat(marks.interrupted()).containsExactly(1L);
        }
    }

    private static void markAndClearMost(InFlightMarks marks, long first) {
        for (long id = first; id < first + 10_000; id++) {
            InFlightMark mark = marks.mark(new MessageId(id));
            if (id != first) mark.clear();
        }
    }

    private InFlightMarks open() throws IOException {
        return InFlightMarks.open(directory.resolve("in-flight"));
    }
}

package org.postyard.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.message.Handling;
import org.postyard.api.message.MessageClass;
import org.postyard.api.message.Priority;

class RetryScheduleTest {
    private static final RetryTimetable BULK = new RetryTimetable(
            Optional.of("bulk"), List.of(Duration.ofMinutes(1), Duration.ofMinutes(10)), 0.2, Duration.ofHours(2));
    private final RetrySchedule schedule = new RetrySchedule(List.of(BULK), new Random(1));

    @Test
    void waitsGrowByTheTimetableAndTheLastOneRepeats() {
        for (int i = 0; i < 100; i++) {
            assertThat(wait(1)).isBetween(48_000L, 72_000L);
            assertThat(wait(2)).isBetween(480_000L, 720_000L);
            assertThat(wait(9)).isBetween(480_000L, 720_000L);
        }
    }

    private long wait(int failedAttempts) {
        return schedule.nextAttempt("bulk", failedAttempts, Optional.empty(), 0);
    }

    @Test
    void jitterSpreadsTheRetries() {
        assertThat(java.util.stream.LongStream.range(0, 50)
                        .map(i -> wait(1))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void thePeersWishLengthensTheWaitAndNeverShortensIt() {
        assertThat(schedule.nextAttempt("bulk", 1, Optional.of(Duration.ofHours(1)), 0))
                .isEqualTo(3_600_000);
        assertThat(schedule.nextAttempt("bulk", 2, Optional.of(Duration.ofSeconds(1)), 0))
                .isGreaterThan(400_000);
    }

    @Test
    void anUnnamedClassHasTheStandardTimetable() {
        long wait = schedule.nextAttempt("transactional", 1, Optional.empty(), 0);
        assertThat(wait).isBetween(270_000L, 330_000L);
    }

    @Test
    void aDeadlineComesBeforeTheMaximumAge() {
        Instant received = Instant.parse("2026-01-01T00:00:00Z");
        Handling urgent = new Handling(
                "t",
                "",
                MessageClass.BULK,
                Priority.HIGH,
                Optional.empty(),
                Optional.empty(),
                Optional.of(received.plusSeconds(60)));
        assertThat(schedule.expiry(urgent, received))
                .isEqualTo(received.plusSeconds(60).toEpochMilli());
        assertThat(schedule.expiry(Handling.DEFAULT, received))
                .isEqualTo(received.plusSeconds(7200).toEpochMilli());
    }
}

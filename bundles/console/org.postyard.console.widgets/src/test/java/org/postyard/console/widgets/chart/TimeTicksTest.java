package org.postyard.console.widgets.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static List<String> words(String until, Duration length, String zone, int most) {
        TimeWindow window = TimeWindow.until(Instant.parse(until).toEpochMilli(), length);
        return new TimeTicks(ZoneId.of(zone))
                .within(window, most).stream().map(TimeTicks.Tick::words).toList();
    }

    @Test
    void minutesAreRound() {
        assertThat(words("2026-03-14T12:31:07Z", Duration.ofMinutes(30), "UTC", 8))
                .containsExactly("12:05", "12:10", "12:15", "12:20", "12:25", "12:30");
    }

    @Test
    void secondsAreWrittenWhereTheyMatter() {
        assertThat(words("2026-03-14T12:31:01Z", Duration.ofSeconds(31), "UTC", 4))
                .containsExactly("12:30:30", "12:30:40", "12:30:50", "12:31:00");
    }

    @Test
    void aNewDayIsNamed() {
        assertThat(words("2026-03-14T03:10:00Z", Duration.ofHours(6), "UTC", 7))
                .containsExactly("22:00", "23:00", "14 Mar", "01:00", "02:00", "03:00");
    }

    @Test
    void hoursStayRoundOverTheChangeToSummerTime() {
        assertThat(words("2026-03-29T06:10:00Z", Duration.ofHours(9), "Europe/Berlin", 10))
                .contains("29 Mar", "01:00", "03:00", "04:00", "08:00")
                .doesNotContain("02:00");
    }

    @Test
    void weeksAreWrittenAsDays() {
        assertThat(words("2026-03-14T12:00:00Z", Duration.ofDays(10), "UTC", 12))
                .contains("5 Mar", "14 Mar");
    }
}

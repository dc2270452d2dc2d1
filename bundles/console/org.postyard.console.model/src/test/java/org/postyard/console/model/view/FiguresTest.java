package org.postyard.console.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures figures = new Figures(ZoneOffset.ofHours(2));

    @Test
    void numbersHaveTheirUnits() {
        assertThat(figures.count(1234567)).isEqualTo("1,234,567");
        assertThat(figures.perSecond(0)).isEqualTo("0/s");
        assertThat(figures.perSecond(12.34)).isEqualTo("12.3/s");
        assertThat(figures.perSecond(1234.5)).isEqualTo("1,234/s");
        assertThat(figures.millis(7.25)).isEqualTo("7.2 ms");
        assertThat(figures.millis(312)).isEqualTo("312 ms");
        assertThat(figures.millis(1240)).isEqualTo("1.24 s");
        assertThat(figures.bytes(812)).isEqualTo("812 B");
        assertThat(figures.bytes(10_240)).isEqualTo("10.2 kB");
    }

    @Test
    void theUnknownIsADashAndNeverZero() {
        assertThat(figures.share(Optional.empty())).isEqualTo(Figures.UNKNOWN);
        assertThat(figures.millis(Optional.empty())).isEqualTo(Figures.UNKNOWN);
        assertThat(figures.age(Optional.empty(), Instant.EPOCH)).isEqualTo(Figures.UNKNOWN);
    }

    @Test
    void almostAllIsNotAll() {
        assertThat(figures.share(0.99999)).isEqualTo("99.9 %");
        assertThat(figures.share(0.00001)).isEqualTo("0.1 %");
        assertThat(figures.share(1)).isEqualTo("100 %");
        assertThat(figures.share(0)).isEqualTo("0 %");
    }

    @Test
    void durationsAreReadable() {
        assertThat(figures.duration(Duration.ofSeconds(8))).isEqualTo("8 s");
        assertThat(figures.duration(Duration.ofSeconds(192))).isEqualTo("3 min 12 s");
        assertThat(figures.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(figures.duration(Duration.ofHours(99))).isEqualTo("4 d 3 h");
    }

    @Test
    void timesAreLocalWithSecondsAndWithTheDateIfNotToday() {
        Instant noon = Instant.parse("2026-03-01T12:00:01Z");
        assertThat(figures.time(noon)).isEqualTo("14:00:01");
        assertThat(figures.moment(noon, noon.plusSeconds(60))).isEqualTo("14:00:01");
        assertThat(figures.moment(noon, noon.plusSeconds(86_400))).isEqualTo("2026-03-01 14:00:01");
        assertThat(figures.upcoming(noon.plusSeconds(5), noon)).isEqualTo("14:00:06");
        assertThat(figures.upcoming(Instant.EPOCH, noon)).isEqualTo("now");
    }

    @Test
    void namesAreOrderedAsPeopleCount() {
        List<String> names = List.of("mta-10", "mta-9", "MTA-1", "mta-09", "mta");
        assertThat(names.stream().sorted(new NaturalOrder()).toList())
                .containsExactly("mta", "MTA-1", "mta-09", "mta-9", "mta-10");
    }
}

package org.postyard.console.model.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.Examples;
import org.postyard.console.model.snapshot.RecentEvents;
import org.postyard.console.model.snapshot.RecentEvents.Entry;

class EventFeedTest {
    private final EventFeed feed = new EventFeed(5);
    private RecentEvents events = RecentEvents.NONE;

    @Test
    void newestComeFirstAndTheListIsBounded() {
        come(1, 8, "delivered");
        assertThat(sequences()).containsExactly(8L, 7L, 6L, 5L, 4L);
        assertThat(feed.dropped()).isEqualTo(3);
    }

    @Test
    void eachEventIsTakenOnce() {
        come(1, 2, "delivered");
        accept();
        come(3, 3, "bounced");
        assertThat(sequences()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aPauseHoldsTheListStillAndCountsWhatWaits() {
        come(1, 2, "delivered");
        feed.pause();
        come(3, 4, "delivered");
        assertThat(sequences()).containsExactly(2L, 1L);
        assertThat(feed.shown(10).waiting()).isEqualTo(2);
        feed.resume();
        assertThat(sequences()).containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void aFilterWorksOnWhatIsThereAlready() {
        come(1, 2, "delivered");
        come(3, 3, "bounced");
        feed.filter(new EventFilter(Set.of("bounced"), ""));
        assertThat(sequences()).containsExactly(3L);
        feed.filter(new EventFilter(Set.of(), "GMAIL"));
        assertThat(sequences()).hasSize(3);
        feed.filter(new EventFilter(Set.of(), "nobody"));
        assertThat(sequences()).isEmpty();
    }

    @Test
    void eventsThatCameTooFastAreNamed() {
        come(1, 1, "delivered");
        List<Entry> many = new ArrayList<>();
        for (long i = 2; i < 12; i++) many.add(new Entry.Happened(Examples.event(i, "delivered")));
        events = events.with(many, 3);
        accept();
        assertThat(feed.shown(10).rows())
                .filteredOn(row -> row.event().isEmpty())
                .extracting(EventRow::text)
                .containsExactly("7 events came too fast to be shown.");
    }

    private void come(long from, long until, String kind) {
        List<Entry> more = new ArrayList<>();
        for (long i = from; i <= until; i++) more.add(new Entry.Happened(Examples.event(i, kind)));
        events = events.with(more, 100);
        accept();
    }

    private void accept() {
        feed.accept(Examples.with(Examples.snapshot(), events));
    }

    private List<Long> sequences() {
        return feed.shown(10).rows().stream()
                .map(row -> row.event().orElseThrow().sequence())
                .toList();
    }
}

package org.postyard.console.ui.event;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.EventFeed;
import org.postyard.console.model.view.EventFilter;

/** The events of each watched runtime since the view was opened, also of those that are not shown now. Thread-safe. */
final class EventFeeds {

    private static final int MOST_EVENTS = 20_000;

    private final Map<String, EventFeed> feeds = new ConcurrentHashMap<>();
    private volatile EventFilter filter = EventFilter.ALL;
    private volatile boolean paused;

    /** Takes in what is new; called on a thread of the model. */
    void accept(RuntimeSnapshot snapshot) {
        of(snapshot.runtime()).accept(snapshot);
    }

    Optional<EventFeed.Shown> shown(Optional<RuntimeSnapshot> snapshot, int limit) {
        return snapshot.map(some -> of(some.runtime()).shown(limit));
    }

    void filter(EventFilter wanted) {
        filter = wanted;
        feeds.values().forEach(feed -> feed.filter(wanted));
    }

    void pause(boolean wanted) {
        paused = wanted;
        Consumer<EventFeed> change = wanted ? EventFeed::pause : EventFeed::resume;
        feeds.values().forEach(change);
    }

    void clear() {
        feeds.values().forEach(EventFeed::clear);
    }

    private EventFeed of(String runtime) {
        return feeds.computeIfAbsent(runtime, name -> {
            EventFeed feed = new EventFeed(MOST_EVENTS);
            feed.filter(filter);
            if (paused) {
                feed.pause();
            }
            return feed;
        });
    }
}

package org.postyard.engine.yard;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Spool;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.MessageTrack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages back from the spool when their turn comes, off the dispatcher thread, and keeps account of what is in memory. Dispatcher thread only. */
final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private static final int MOST_LOADING = 1024;

    private final YardState state;
    private final Spool spool;
    private final YardServices services;
    private final Dispatcher dispatcher;
    private final long mostBytes;
    private final Set<Lane> waitingForRoom = new LinkedHashSet<>();
    private int loading;

    Loader(YardState state, YardServices services, YardSettings settings, Dispatcher dispatcher) {
        this.mostBytes = 2 * settings.hotBytes();
        this.state = state;
        this.spool = services.spool();
        this.services = services;
        this.dispatcher = dispatcher;
    }

    /** Calls back on the dispatcher thread, at once if the message is hot. */
    void load(MessageTrack track, Consumer<HotMessage> loaded, Consumer<String> failed) {
        HotMessage hot = track.hot();
        if (hot != null) {
            loaded.accept(hot);
            return;
        }
        loading++;
        services.work().execute(() -> {
            try {
                Optional<Message> message = spool.message(track.id());
                Optional<Content> content = spool.content(track.id());
                dispatcher.execute(() -> {
                    loading--;
                    arrived(track, message, content, loaded, failed);
                    wakeOne();
                });
            } catch (IOException | RuntimeException trouble) {
                LOG.warn("message cannot be read from the spool message={} reason={}", track.id(), trouble.toString());
                dispatcher.execute(() -> {
                    loading--;
                    failed.accept(trouble.toString());
                    wakeOne();
                });
            }
        });
    }

    /** As {@link #load}, for those who need no content; nothing is kept in memory. */
    void loadMessage(MessageTrack track, Consumer<Message> loaded, Consumer<String> failed) {
        HotMessage hot = track.hot();
        if (hot != null) {
            loaded.accept(hot.message());
            return;
        }
        services.work().execute(() -> {
            try {
                Optional<Message> message = spool.message(track.id());
                dispatcher.execute(() -> {
                    if (message.isPresent()) loaded.accept(message.get());
                    else failed.accept("message " + track.id() + " is missing in the spool");
                });
            } catch (IOException | RuntimeException trouble) {
                LOG.warn("message cannot be read from the spool message={} reason={}", track.id(), trouble.toString());
                dispatcher.execute(() -> failed.accept(trouble.toString()));
            }
        });
    }

    private void arrived(
            MessageTrack track,
            Optional<Message> message,
            Optional<Content> content,
            Consumer<HotMessage> loaded,
            Consumer<String> failed) {
        if (message.isEmpty() || content.isEmpty()) {
            LOG.error("message is missing in the spool message={}", track.id());
            failed.accept("message " + track.id() + " is missing in the spool");
            return;
        }
        if (track.hot() == null) heat(track, new HotMessage(message.get(), content.get()));
        HotMessage hot = track.hot();
        if (hot != null) loaded.accept(hot);
    }

    void heat(MessageTrack track, HotMessage message) {
        track.heat(message);
        state.hotBytes += message.content().sizeBytes();
    }

    void cool(MessageTrack track) {
        HotMessage hot = track.hot();
        if (hot == null) return;
        state.hotBytes -= hot.content().sizeBytes();
        track.cool();
        wakeOne();
    }

    // --- room

    /** Whether memory holds as much content as it may. */
    boolean full() {
        return state.hotBytes > mostBytes;
    }

    /** Whether a lane that wants to load must wait for room. */
    boolean crowded() {
        return full() || loading >= MOST_LOADING;
    }

    /** Touches the lane when there is room again; lanes take turns. */
    void waitForRoom(Lane lane) {
        waitingForRoom.add(lane);
    }

    private void wakeOne() {
        if (waitingForRoom.isEmpty() || crowded()) return;
        Lane next = waitingForRoom.iterator().next();
        waitingForRoom.remove(next);
        next.touch();
    }
}

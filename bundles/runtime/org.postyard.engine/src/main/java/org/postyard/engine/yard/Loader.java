package org.postyard.engine.yard;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Spool;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.MessageTrack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings messages back from the spool when their turn comes, off the dispatcher thread, and keeps account of what is in memory. Dispatcher thread only. */
final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private final YardState state;
    private final Spool spool;
    private final YardServices services;
    private final Dispatcher dispatcher;

    Loader(YardState state, YardServices services, Dispatcher dispatcher) {
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
        services.work().execute(() -> {
            try {
                Optional<Message> message = spool.message(track.id());
                Optional<Content> content = spool.content(track.id());
                dispatcher.execute(() -> arrived(track, message, content, loaded, failed));
            } catch (IOException | RuntimeException trouble) {
                LOG.warn("message cannot be read from the spool message={} reason={}", track.id(), trouble.toString());
                dispatcher.execute(() -> failed.accept(trouble.toString()));
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
    }
}

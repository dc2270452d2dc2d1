package org.postyard.engine.yard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.postyard.api.message.Content;
import org.postyard.api.message.Message;
import org.postyard.api.spool.Spool;
import org.postyard.engine.queue.HotMessage;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.MessageTrack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages back from the spool when their turn comes, off the dispatcher thread, as many as there is room for; the
 * others wait in line. Whatever goes wrong with one is told, an error too: a lane that waited for it for ever would send
 * nothing more. Dispatcher thread only.
 */
final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    private static final int MOST_LOADING = 1024;

    /** A wish to have a message in memory. */
    private record Wish(MessageTrack track, Consumer<HotMessage> loaded, Consumer<String> failed) {}

    private final ContentRoom room;
    private final Spool spool;
    private final Executor work;
    private final Dispatcher dispatcher;
    private final Queue<Wish> wishes = new ArrayDeque<>();
    private final Set<Lane> waitingForRoom = new LinkedHashSet<>();
    private int loading;

    Loader(ContentRoom room, Spool spool, Executor work, Dispatcher dispatcher) {
        this.room = room;
        this.spool = spool;
        this.work = work;
        this.dispatcher = dispatcher;
    }

    /** Calls back on the dispatcher thread, at once if the message is hot. */
    void load(MessageTrack track, Consumer<HotMessage> loaded, Consumer<String> failed) {
        HotMessage hot = track.hot();
        Wish wish = new Wish(track, loaded, failed);
        if (hot != null) loaded.accept(hot);
        else if (!wishes.isEmpty() || !begin(wish)) wishes.add(wish);
    }

    private boolean begin(Wish wish) {
        if (loading >= MOST_LOADING || !room.takeForAttempt(wish.track.sizeBytes())) return false;
        loading++;
        work.execute(() -> {
            try {
                Optional<Message> message = spool.message(wish.track.id());
                Optional<Content> content = spool.content(wish.track.id());
                dispatcher.execute(() -> {
                    loading--;
                    arrived(wish, message, content);
                    roomAgain();
                });
            } catch (IOException | RuntimeException | Error trouble) {
                LOG.warn(
                        "message cannot be read from the spool message={} reason={}",
                        wish.track.id(),
                        trouble.toString());
                dispatcher.execute(() -> {
                    loading--;
                    room.giveBack(wish.track.sizeBytes());
                    wish.failed.accept(trouble.toString());
                    roomAgain();
                });
            }
        });
        return true;
    }

    /** As {@link #load}, for those who need no content; nothing is kept in memory. */
    void loadMessage(MessageTrack track, Consumer<Message> loaded, Consumer<String> failed) {
        HotMessage hot = track.hot();
        if (hot != null) {
            loaded.accept(hot.message());
            return;
        }
        work.execute(() -> {
            try {
                Optional<Message> message = spool.message(track.id());
                dispatcher.execute(() -> {
                    if (message.isPresent()) loaded.accept(message.get());
                    else failed.accept("message " + track.id() + " is missing in the spool");
                });
            } catch (IOException | RuntimeException | Error trouble) {
                LOG.warn("message cannot be read from the spool message={} reason={}", track.id(), trouble.toString());
                dispatcher.execute(() -> failed.accept(trouble.toString()));
            }
        });
    }

    private void arrived(Wish wish, Optional<Message> message, Optional<Content> content) {
        MessageTrack track = wish.track;
        HotMessage hot = track.hot();
        if (hot != null) {
            room.giveBack(track.sizeBytes());
            wish.loaded.accept(hot);
        } else if (message.isEmpty() || content.isEmpty()) {
            room.giveBack(track.sizeBytes());
            LOG.error("message is missing in the spool message={}", track.id());
            wish.failed.accept("message " + track.id() + " is missing in the spool");
        } else {
            HotMessage found = new HotMessage(message.get(), content.get());
            track.heat(found);
            wish.loaded.accept(found);
        }
    }

    /** Keeps a message in memory for which room was taken. */
    void heat(MessageTrack track, HotMessage message) {
        track.heat(message);
    }

    /** Lets go of a message. */
    void cool(MessageTrack track) {
        if (track.hot() == null) return;
        track.cool();
        room.giveBack(track.sizeBytes());
        roomAgain();
    }

    // --- room

    /** Whether somebody waits for room. */
    boolean wanted() {
        return !wishes.isEmpty() || !waitingForRoom.isEmpty();
    }

    /** Whether a lane may load a message now. */
    boolean hasRoomFor(MessageTrack track) {
        return wishes.isEmpty() && loading < MOST_LOADING && room.hasRoomFor(track.sizeBytes());
    }

    /** Touches the lane when there is room again; lanes take turns. */
    void waitForRoom(Lane lane) {
        waitingForRoom.add(lane);
    }

    private void roomAgain() {
        for (Wish wish = wishes.peek(); wish != null && served(wish); wish = wishes.peek()) wishes.remove();
        if (!wishes.isEmpty() || waitingForRoom.isEmpty() || !room.hasRoomFor(0)) return;
        Lane next = waitingForRoom.iterator().next();
        waitingForRoom.remove(next);
        next.touch();
    }

    private boolean served(Wish wish) {
        HotMessage hot = wish.track.hot();
        if (hot == null) return begin(wish);
        dispatcher.execute(() -> wish.loaded.accept(hot));
        return true;
    }
}

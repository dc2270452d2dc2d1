package org.postyard.engine.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postyard.api.message.MessageId;

/**
 * Finds the track of a queued message by its id. Open addressing with linear probing over two arrays, because there may be a
 * million: 12 octets a place, three places for two messages at most full, where a map of objects takes 60. Dispatcher thread only.
 */
public final class MessageIndex {
    private static final int SMALLEST = 64;
    /** Spreads ids, which follow each other in time, over the table: 2^64 divided by the golden ratio (Knuth, 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] ids = new long[SMALLEST];
    private @Nullable MessageTrack[] tracks = new MessageTrack[SMALLEST];
    private int size;

    public void put(MessageTrack track) {
        if ((size + 1) * 3L > ids.length * 2L) resize(ids.length * 2);
        if (place(track.id().value(), track)) size++;
    }

    public Optional<MessageTrack> find(MessageId id) {
        return Optional.ofNullable(tracks[placeOf(id.value())]);
    }

    public void remove(MessageId id) {
        int hole = placeOf(id.value());
        if (tracks[hole] == null) return;
        tracks[hole] = null;
        size--;
        closeUp(hole);
        if (ids.length > SMALLEST && size * 6L < ids.length) resize(ids.length / 2);
    }

    public int size() {
        return size;
    }

    /** Moves what was displaced by a removed entry towards its own place, so that no search ends at the hole. */
    private void closeUp(int removed) {
        int hole = removed;
        int place = next(hole);
        for (MessageTrack track = tracks[place]; track != null; track = tracks[place]) {
            int distanceFromHome = place - home(ids[place]) & ids.length - 1;
            int distanceFromHole = place - hole & ids.length - 1;
            if (distanceFromHome >= distanceFromHole) {
                ids[hole] = ids[place];
                tracks[hole] = track;
                tracks[place] = null;
                hole = place;
            }
            place = next(place);
        }
    }

    private void resize(int places) {
        long[] oldIds = ids;
        @Nullable MessageTrack[] oldTracks = tracks;
        ids = new long[places];
        tracks = new MessageTrack[places];
        for (int i = 0; i < oldTracks.length; i++) {
            MessageTrack track = oldTracks[i];
            if (track != null) place(oldIds[i], track);
        }
    }

    /** Returns whether the id is a new one. */
    private boolean place(long id, MessageTrack track) {
        int place = placeOf(id);
        boolean added = tracks[place] == null;
        ids[place] = id;
        tracks[place] = track;
        return added;
    }

    /** Where the id is, or where it would be put. */
    private int placeOf(long id) {
        int place = home(id);
        while (tracks[place] != null && ids[place] != id) place = next(place);
        return place;
    }

    private int home(long id) {
        return (int) (id * SPREAD >>> 1 + Long.numberOfLeadingZeros(ids.length));
    }

    private int next(int place) {
        return place + 1 & ids.length - 1;
    }
}

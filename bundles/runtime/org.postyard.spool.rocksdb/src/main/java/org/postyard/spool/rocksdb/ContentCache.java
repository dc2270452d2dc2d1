package org.postyard.spool.rocksdb;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.postyard.api.message.Content;

/**
 * Contents of the newest messages, so that their first attempt does not read the disk. Read by any thread, changed by one.
 *
 * <p>Two generations of at most half the limit each: when the younger is full, the older is dropped as a whole.
 */
final class ContentCache {
    private final long generationBytes;
    private volatile Generation younger = new Generation();
    private volatile Generation older = new Generation();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();

    ContentCache(long limitBytes) {
        generationBytes = limitBytes / 2;
    }

    void put(long id, Content content) {
        if (content.sizeBytes() > generationBytes) return;
        if (younger.bytes.get() + content.sizeBytes() > generationBytes) {
            older = younger;
            younger = new Generation();
        }
        younger.put(id, content);
    }

    void remove(long id) {
        if (!younger.remove(id)) older.remove(id);
    }

    Optional<Content> get(long id) {
        Content content = younger.contents.get(id);
        if (content == null) content = older.contents.get(id);
        if (content == null) content = younger.contents.get(id);
        (content == null ? misses : hits).incrementAndGet();
        return Optional.ofNullable(content);
    }

    long bytes() {
        return younger.bytes.get() + older.bytes.get();
    }

    long hits() {
        return hits.get();
    }

    long misses() {
        return misses.get();
    }

    private static final class Generation {
        private final ConcurrentMap<Long, Content> contents = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();

        void put(long id, Content content) {
            Content before = contents.put(id, content);
            bytes.addAndGet(content.sizeBytes() - (before == null ? 0 : before.sizeBytes()));
        }

        boolean remove(long id) {
            Content content = contents.remove(id);
            if (content == null) return false;
            bytes.addAndGet(-content.sizeBytes());
            return true;
        }
    }
}

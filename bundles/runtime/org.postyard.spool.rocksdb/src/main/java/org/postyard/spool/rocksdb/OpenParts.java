package org.postyard.spool.rocksdb;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a spool has opened, to be closed in reverse order. For one thread at a time. */
final class OpenParts implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /** Closes everything, even if a part cannot be closed; throws what the first such part threw. */
    @Override
    public void close() throws IOException {
        @Nullable IOException failure = null;
        while (!parts.isEmpty()) {
            @Nullable IOException next = closeOne(parts.pop());
            if (failure == null) failure = next;
            else if (next != null) failure.addSuppressed(next);
        }
        if (failure != null) throw failure;
    }

    /** Closes everything because of this failure. */
    void closeAfter(Throwable cause) {
        try {
            close();
        } catch (IOException failure) {
            cause.addSuppressed(failure);
        }
    }

    private static @Nullable IOException closeOne(AutoCloseable part) {
        try {
            part.close();
            return null;
        } catch (IOException failure) {
            return failure;
        } catch (Exception failure) {
            return new IOException("A part of the spool cannot be closed: " + failure.getMessage(), failure);
        }
    }
}

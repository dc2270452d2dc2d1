package org.postyard.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.postyard.api.operation.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answered the last time, with one log line for each change; thread-safe. */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final String url;
    private final AtomicBoolean available = new AtomicBoolean(true);

    Availability(String url) {
        this.url = url;
    }

    void answered() {
        if (!available.get() && available.compareAndSet(false, true)) LOG.info("database available again url={}", url);
    }

    StoreUnavailableException failed(Throwable cause) {
        String reason = rootReason(cause);
        if (available.compareAndSet(true, false)) LOG.warn("database unavailable url={} reason={}", url, reason);
        return new StoreUnavailableException("the database is unavailable: " + reason, cause);
    }

    boolean available() {
        return available.get();
    }

    /** What the innermost cause says, in one line. */
    static String rootReason(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable next = root.getCause(); next != null; next = root.getCause()) root = next;
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}

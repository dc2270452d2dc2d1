package org.postyard.store;

import org.postyard.api.operation.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answered the last time, with one log line for each change; thread-safe by its lock. */
final class Availability {
    private static final Logger LOG = LoggerFactory.getLogger(Availability.class);

    private final String url;
    private State state = State.AVAILABLE;

    private enum State {
        AVAILABLE,
        CANNOT_READ,
        /** Reading may work all the while, so only a write shows that it is over. */
        CANNOT_WRITE
    }

    Availability(String url) {
        this.url = url;
    }

    synchronized void wasRead() {
        if (state == State.CANNOT_READ) becameAvailable();
    }

    synchronized void wasWritten() {
        if (state != State.AVAILABLE) becameAvailable();
    }

    private void becameAvailable() {
        state = State.AVAILABLE;
        LOG.info("database available again url={}", url);
    }

    synchronized StoreUnavailableException notRead(Throwable cause) {
        if (state == State.AVAILABLE) becameUnavailable(State.CANNOT_READ, cause);
        return exception(cause);
    }

    synchronized StoreUnavailableException notWritten(Throwable cause) {
        if (state == State.AVAILABLE) becameUnavailable(State.CANNOT_WRITE, cause);
        state = State.CANNOT_WRITE;
        return exception(cause);
    }

    private void becameUnavailable(State newState, Throwable cause) {
        state = newState;
        LOG.warn("database unavailable url={} reason={}", url, rootReason(cause));
    }

    private static StoreUnavailableException exception(Throwable cause) {
        return new StoreUnavailableException("the database is unavailable: " + rootReason(cause), cause);
    }

    /** What the innermost cause says, in one line. */
    static String rootReason(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable next = root.getCause(); next != null; next = root.getCause()) root = next;
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}

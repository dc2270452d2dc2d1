package org.postyard.api.event;

/** The journal cannot do its work now; nothing was lost, the caller tries again. */
public final class JournalUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package org.postyard.api.administration;

/** A file that is no plug-in; the message says why, in a sentence for people. */
public final class UnfitFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnfitFileException(String message) {
        super(message);
    }
}

package org.postyard.control.job;

/** Ends a job that did not do what it was for; the message is one sentence for people. */
public final class JobFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobFailedException(String message) {
        super(message);
    }
}

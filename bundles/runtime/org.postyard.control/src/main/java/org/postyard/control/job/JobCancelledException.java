package org.postyard.control.job;

/** Ends a job that was asked to stop, after everything was put back. */
public final class JobCancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JobCancelledException() {
        super("cancelled", null, false, false);
    }
}

package org.postyard.control.job;

/** What a job does; called on the thread of the jobs. */
public interface Work {
    /**
     * Does it and tells in one sentence what was done.
     *
     * @throws JobFailedException if all is as before; the message says why
     * @throws JobCancelledException if it stopped because it was asked to, and put everything back
     */
    String run(Progress progress) throws InterruptedException;
}

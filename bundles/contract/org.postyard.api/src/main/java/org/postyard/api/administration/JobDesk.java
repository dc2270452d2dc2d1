package org.postyard.api.administration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Host service that shows long actions, and cancels them. Thread-safe. Keeps the last ones that ended. */
public interface JobDesk {
    /** The newest first. */
    List<Job> jobs();

    Optional<Job> job(String id);

    /** Waits until a job has ended, at most so long, and returns it as it is then. */
    Optional<Job> await(String id, Duration patience) throws InterruptedException;

    /** Asks a job to stop and to put everything back; false if it is too late, or there is no such job. */
    boolean cancel(String id, String author);
}

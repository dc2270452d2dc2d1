package org.postyard.control.job;

/** How a job tells how far it is. */
public interface Progress {
    /** @param percent 0 to 100 */
    void step(int percent, String text);

    /** Whether it is asked to stop. */
    boolean cancelled();

    /** Ends the possibility to cancel. */
    void pointOfNoReturn();

    /** Ends the job if it is asked to stop. */
    default void check() {
        if (cancelled()) throw new JobCancelledException();
    }
}

package org.postyard.console.model.thread;

import java.util.concurrent.ThreadFactory;

/**
 * Makes the threads that read, reckon and write: they end with the program, and leave the processor to the thread of the user interface where
 * the Java machine minds priorities, which the start script asks it to.
 */
public final class BackgroundThread {
    private BackgroundThread() {}

    /** A thread that is not started yet. */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** Makes threads that all have this name. */
    public static ThreadFactory named(String name) {
        return work -> of(name, work);
    }
}

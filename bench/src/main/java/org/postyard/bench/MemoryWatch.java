package org.postyard.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Samples the memory of a process tree on a thread of its own and keeps the largest value. */
final class MemoryWatch {
    private final Optional<Thread> thread;
    private volatile long peakKilobytes;
    private volatile boolean stopped;

    MemoryWatch(Optional<ProcessTree> tree, Duration every) {
        thread = tree.map(processes -> new Thread(() -> sample(processes, every), "memory-watch"));
        thread.ifPresent(own -> {
            own.setDaemon(true);
            own.start();
        });
    }

    private void sample(ProcessTree tree, Duration every) {
        try {
            while (!stopped) {
                peakKilobytes = Math.max(peakKilobytes, tree.proportionalKilobytes());
                Thread.sleep(every.toMillis());
            }
        } catch (IOException e) {
            Narration.say("  memory is not sampled any more: %s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends sampling and gives the largest value. */
    long stop() throws InterruptedException {
        stopped = true;
        if (thread.isPresent()) {
            thread.get().interrupt();
            thread.get().join();
        }
        return peakKilobytes;
    }
}

package org.postyard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts programs and stops them all at the end, in reverse order, whatever happens. Thread-safe. */
final class Tasks implements AutoCloseable {
    private static final long STOP_SECONDS = 60;

    private final Deque<Process> running = new ArrayDeque<>();

    /** Starts a program whose output goes to a file. */
    synchronized Process start(Path output, List<String> command) throws IOException {
        return start(output, new ProcessBuilder(command));
    }

    synchronized Process start(Path output, ProcessBuilder program) throws IOException {
        Process process = program.redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        running.push(process);
        return process;
    }

    /** Runs a program to its end. */
    static void run(Path output, List<String> command, long timeoutSeconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " did not end within " + timeoutSeconds + " s, see " + output);
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command) + " failed with " + process.exitValue() + ", see " + output);
        }
    }

    /** Asks a program to end, and makes it if it does not. */
    void stop(Process process) {
        synchronized (this) {
            running.remove(process);
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        for (Process next = next(); next != null; next = next()) stop(next);
    }

    private synchronized @org.jspecify.annotations.Nullable Process next() {
        return running.peek();
    }
}

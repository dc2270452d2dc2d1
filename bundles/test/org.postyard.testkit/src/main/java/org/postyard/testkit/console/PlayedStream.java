package org.postyard.testkit.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One listener of a played runtime. Frames are offered by one thread and written by another: a queue between them. */
final class PlayedStream {
    private static final int MOST_WAITING = 3_000;
    private static final String END = "";

    private final boolean changesOnly;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    PlayedStream(boolean changesOnly) {
        this.changesOnly = changesOnly;
    }

    /** Whether it gets what changed instead of whole lists. */
    boolean wantsChanges() {
        return changesOnly;
    }

    boolean ended() {
        return ended;
    }

    void offer(String text) {
        if (text.isEmpty()) return;
        if (frames.size() > MOST_WAITING) end();
        else frames.add(text);
    }

    void end() {
        ended = true;
        frames.add(END);
    }

    void writeTo(OutputStream output) throws IOException {
        try {
            for (String text = frames.take(); !text.isEmpty() && !ended; text = frames.take()) {
                output.write(text.getBytes(StandardCharsets.UTF_8));
                if (frames.isEmpty()) output.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

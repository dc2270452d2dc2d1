package org.postyard.injection.smtp.conversation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.postyard.injection.smtp.command.CommandLine;
import org.postyard.injection.smtp.content.ChunkPool;
import org.postyard.injection.smtp.content.Received;

/** What the conversations of one event loop share. Owned by that event loop's thread. */
public final class LoopResources {
    private final ChunkPool chunks = new ChunkPool();
    private final Set<Pump> pumps = new HashSet<>();
    private final CommandLine line;
    private final Received received;
    private boolean draining;

    public LoopResources(Settings settings, Clock clock) {
        this.line = new CommandLine(settings.maxLineOctets() + 1);
        this.received = new Received(clock, settings.hostName());
    }

    ChunkPool chunks() {
        return chunks;
    }

    CommandLine line() {
        return line;
    }

    Received received() {
        return received;
    }

    boolean draining() {
        return draining;
    }

    Set<Pump> pumps() {
        return pumps;
    }

    /** Lets every conversation look at the time. */
    public void checkTime() {
        long now = System.nanoTime();
        forEach(pump -> pump.checkTime(now));
    }

    /** Ends every conversation as soon as no message is under way in it, also those that begin later. */
    public void drain() {
        draining = true;
        forEach(Pump::drain);
    }

    /** Ends every conversation now. */
    public void abort() {
        forEach(Pump::abort);
    }

    private void forEach(Consumer<Pump> action) {
        new ArrayList<>(pumps).forEach(action);
    }
}

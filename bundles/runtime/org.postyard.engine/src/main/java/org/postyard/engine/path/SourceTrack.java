package org.postyard.engine.path;

import java.util.LinkedHashSet;
import java.util.Set;
import org.postyard.api.fleet.EgressSource;

/** An EgressSource in operation, with all its paths. Dispatcher thread only. */
public final class SourceTrack {
    private EgressSource source;
    private final ServerTrack server;
    private final Set<Path> paths = new LinkedHashSet<>();
    private final Traffic traffic = new Traffic();
    private int inFlight;
    private String unusableBecause = "";
    private long unusableUntilNanos;

    public SourceTrack(EgressSource source, ServerTrack server) {
        this.source = source;
        this.server = server;
    }

    public EgressSource source() {
        return source;
    }

    public ServerTrack server() {
        return server;
    }

    public Set<Path> paths() {
        return paths;
    }

    public Traffic traffic() {
        return traffic;
    }

    /** Messages in its ready queues and conversations, over all sites. */
    public int inFlight() {
        return inFlight;
    }

    void inFlight(int change) {
        inFlight += change;
    }

    /** Our own side cannot use it: it gets no work until then. */
    public void unusable(String reason, long untilNanos) {
        unusableBecause = reason;
        unusableUntilNanos = untilNanos;
    }

    public void usable() {
        unusableBecause = "";
    }

    public boolean usable(long nowNanos) {
        return unusableBecause.isEmpty() || nowNanos - unusableUntilNanos >= 0;
    }

    public String unusableBecause() {
        return unusableBecause;
    }
}

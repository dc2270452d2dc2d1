package org.postyard.engine.path;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.SendingServer;
import org.postyard.api.fleet.ServerState;

/**
 * A SendingServer in operation: what operators want of it, whether it answers, and its traffic. Dispatcher thread only.
 *
 * <p>Silence is judged only for servers with a fixed peer (relays and ESP accounts): for the others a silent peer says
 * something about the recipient's site and nothing about the server.
 */
public final class ServerTrack {
    private SendingServer server;
    private ServerState wanted = ServerState.ACTIVE;
    private String wantedBy = "";
    private Instant since;
    private boolean down;
    private String downBecause = "";
    private long downAtNanos;
    private boolean onTrial;
    private long troubleSinceNanos;
    private boolean troubled;
    private long lastSignNanos;
    private boolean signed;
    private int connections;
    private final Set<Path> waiting = new LinkedHashSet<>();
    private final Traffic traffic = new Traffic();

    public ServerTrack(SendingServer server, Instant now) {
        this.server = server;
        this.since = now;
    }

    public SendingServer server() {
        return server;
    }

    public void replace(SendingServer newServer) {
        server = newServer;
    }

    /** Whether its peer is fixed, so that silence is its own. */
    public boolean fixedPeer() {
        return server.sources().stream().allMatch(source -> source.nextHop().isPresent());
    }

    public ServerState state() {
        if (wanted != ServerState.ACTIVE) return wanted;
        return down ? ServerState.DOWN : ServerState.ACTIVE;
    }

    /** What an operator wants of it: ACTIVE, DRAINING or MAINTENANCE. */
    public void want(ServerState newState, String author, Instant now) {
        wanted = newState;
        wantedBy = author;
        since = now;
        if (newState == ServerState.ACTIVE) recovered(now);
    }

    public ServerState wanted() {
        return wanted;
    }

    public Instant since() {
        return since;
    }

    /** Whether it gets work: all it can bear, or, on trial, one message at a time. */
    public boolean accepts() {
        return wanted == ServerState.ACTIVE && (!down || onTrial);
    }

    public boolean onTrial() {
        return down && onTrial;
    }

    public boolean down() {
        return down;
    }

    public String reason() {
        return switch (state()) {
            case ACTIVE -> troubled ? "active, but it does not answer at the moment" : "active";
            case DRAINING -> "draining, asked for by " + wantedBy;
            case MAINTENANCE -> "in maintenance, asked for by " + wantedBy;
            case DOWN ->
                "down, because " + downBecause
                        + (onTrial
                                ? "; on trial with one message"
                                : "; tried again after " + server.probation().toSeconds() + " s");
        };
    }

    /** It said something. */
    public void sign(long nowNanos) {
        lastSignNanos = nowNanos;
        signed = true;
        troubled = false;
    }

    /** It answered for a message. Returns whether it was down and is in service again. */
    public boolean aliveAt(Instant now, long nowNanos) {
        sign(nowNanos);
        if (!down || !onTrial) return false;
        recovered(now);
        return true;
    }

    private void recovered(Instant now) {
        troubled = false;
        if (down) since = now;
        down = false;
        onTrial = false;
        downBecause = "";
    }

    /** It failed to answer at this time, or has owed an answer since then. */
    public void troubleSince(long nanos) {
        if (troubled && troubleSinceNanos - nanos <= 0) return;
        troubled = true;
        troubleSinceNanos = nanos;
    }

    /** Whether its trouble has lasted for so long that it counts as down. */
    public boolean silentTooLong(long nowNanos) {
        if (!troubled) return false;
        boolean signedSince = signed && lastSignNanos - troubleSinceNanos > 0;
        long silentSince = signedSince ? lastSignNanos : troubleSinceNanos;
        return nowNanos - silentSince >= server.downAfter().toNanos();
    }

    public boolean troubled() {
        return troubled;
    }

    public void goDown(String reason, long nowNanos, Instant now) {
        if (!down) since = now;
        down = true;
        onTrial = false;
        downBecause = reason;
        downAtNanos = nowNanos;
    }

    /** Whether its probation is over, so that one message may try it. */
    public boolean trialDue(long nowNanos) {
        return down && !onTrial && nowNanos - downAtNanos >= server.probation().toNanos();
    }

    public void beginTrial() {
        onTrial = true;
        troubled = false;
    }

    public void connectionOpened() {
        connections++;
    }

    public void connectionClosed() {
        connections--;
    }

    public int connections() {
        return connections;
    }

    /** Whether this path may open one more; if not, it is in line for the next that is given up. */
    boolean connectionAllowed(Path path) {
        if (server.maxConnections() == 0) return true;
        boolean first = nextWaiting().filter(next -> next != path).isEmpty();
        if (first && connections < server.maxConnections()) {
            waiting.remove(path);
            return true;
        }
        waiting.add(path);
        return false;
    }

    /** The path that has waited longest for a connection and still has use for it. */
    public Optional<Path> nextWaiting() {
        for (Iterator<Path> line = waiting.iterator(); line.hasNext(); line.remove()) {
            Path path = line.next();
            if (path.wantsConnection()) return Optional.of(path);
        }
        return Optional.empty();
    }

    /** Whether it has more connections than it may, because a fleet has lowered the number. */
    public boolean overLimit() {
        return server.maxConnections() > 0 && connections > server.maxConnections();
    }

    public Traffic traffic() {
        return traffic;
    }
}

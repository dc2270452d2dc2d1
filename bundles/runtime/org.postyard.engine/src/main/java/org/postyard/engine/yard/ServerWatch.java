package org.postyard.engine.yard;

import java.util.List;
import org.postyard.api.fleet.ServerState;
import org.postyard.engine.path.Conversation;
import org.postyard.engine.path.Path;
import org.postyard.engine.path.ServerTrack;
import org.postyard.engine.path.SourceTrack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges whether servers answer: takes one that is silent for longer than its {@code downAfter} out of service, moves its
 * mail to the others, and lets it try one message after its probation. Also closes conversations without work, and wakes
 * paths that waited for a connection that another path of their server has given up. Dispatcher thread only.
 */
final class ServerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final YardState state;
    private final YardServices services;
    private final YardSettings settings;
    private final Conversations conversations;

    ServerWatch(YardState state, YardServices services, YardSettings settings, Conversations conversations) {
        this.state = state;
        this.services = services;
        this.settings = settings;
        this.conversations = conversations;
    }

    /** To be called several times a second. */
    void watch() {
        long now = System.nanoTime();
        for (SourceTrack source : state.sources.values()) {
            for (Path path : List.copyOf(source.paths())) {
                if (source.server().fixedPeer()) listen(path, now);
                closeIdle(path, now);
                cutOverdue(path, now);
            }
        }
        for (ServerTrack server : state.servers.values()) {
            judge(server, now);
            server.nextWaiting().ifPresent(state::touch);
        }
    }

    /** Notes silence that has lasted too long in a conversation or while opening one. */
    private static void listen(Path path, long now) {
        ServerTrack server = path.source().server();
        long patience = server.server().downAfter().toNanos();
        if (path.connecting() > 0 && now - path.connectingSinceNanos() >= patience)
            server.troubleSince(path.connectingSinceNanos());
        for (Conversation conversation : path.conversations()) {
            if (conversation.attempt().isEmpty()) continue;
            long silent = conversation.session().silentFor().toNanos();
            if (silent >= patience) server.troubleSince(now - silent);
        }
    }

    private void judge(ServerTrack server, long now) {
        if (server.trialDue(now)) beginTrial(server);
        else if (server.onTrial() && server.troubled()) goDown(server, "it failed its trial", now);
        else if (!server.down() && server.silentTooLong(now))
            goDown(
                    server,
                    "it has not answered for " + server.server().downAfter().toSeconds() + " s",
                    now);
    }

    private void goDown(ServerTrack server, String reason, long now) {
        LOG.warn("server is down server={} reason={}", server.server().id(), reason);
        server.goDown(reason, now, services.clock().instant());
        release(server, false);
        state.touchLanes();
    }

    private void beginTrial(ServerTrack server) {
        LOG.info("server gets one message on trial server={}", server.server().id());
        server.beginTrial();
        forEachPath(server, Path::succeeded);
        state.touchLanes();
    }

    /** An operator wants a server in another state. */
    void want(ServerTrack server, ServerState wanted, String author) {
        server.want(wanted, author, services.clock().instant());
        LOG.info("server state={} server={} author={}", wanted, server.server().id(), author);
        if (wanted == ServerState.ACTIVE) forEachPath(server, Path::succeeded);
        else release(server, true);
        state.touchLanes();
    }

    /**
     * Takes away what a server has not begun, and closes its conversations: idle ones at once, busy ones only where that
     * cannot make a duplicate, unless they are to end normally.
     */
    private void release(ServerTrack server, boolean gently) {
        forEachPath(server, path -> {
            conversations.returnReady(path);
            for (Conversation conversation : List.copyOf(path.conversations())) {
                if (conversation.attempt().isEmpty()) conversations.close(conversation);
                else if (!gently && !conversation.session().undecided()) conversation.cutNow();
            }
        });
    }

    private void forEachPath(ServerTrack server, java.util.function.Consumer<Path> action) {
        for (SourceTrack source : state.sources.values())
            if (source.server() == server) List.copyOf(source.paths()).forEach(action);
    }

    private void closeIdle(Path path, long now) {
        for (Conversation conversation : List.copyOf(path.conversations())) {
            boolean idleTooLong =
                    conversation.idleNanos(now) >= settings.idleTimeout().toNanos();
            boolean useless = conversation.attempt().isEmpty()
                    && (!conversation.session().reusable()
                            || !conversation.slot().open());
            if (idleTooLong || useless) conversations.close(conversation);
        }
    }

    /** A connector that keeps its promises never gets here: it has answered by the deadline. */
    private void cutOverdue(Path path, long now) {
        long limit = settings.transactionTimeout().plusSeconds(30).toNanos();
        for (Conversation conversation : List.copyOf(path.conversations())) {
            conversation.attempt().ifPresent(attempt -> {
                if (now - attempt.startedNanos() < limit || conversation.cut()) return;
                LOG.error("connector missed its deadline path={}", path.path().name());
                conversation.cutNow();
            });
        }
    }
}

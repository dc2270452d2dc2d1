package org.postyard.testkit.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One server of a played runtime; its numbers are the sums of its sources. */
final class PlayedServer {
    final String id;
    final List<PlayedSource> sources = new ArrayList<>();
    private final String site;
    private String state = "active";
    private String reason = "active";
    private Instant since;
    private boolean changed = true;

    PlayedServer(String id, String site, Instant since) {
        this.id = id;
        this.site = site;
        this.since = since;
    }

    void state(String newState, String why, Instant now) {
        state = newState;
        reason = why;
        since = now;
        changed = true;
    }

    boolean active() {
        return state.equals("active");
    }

    void touch() {
        changed = true;
    }

    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private String oldest() {
        return sources.stream()
                .filter(source -> source.connections > 0)
                .map(PlayedSource::oldest)
                .min(Comparator.naturalOrder())
                .map(time -> "\"" + time + "\"")
                .orElse("null");
    }

    String json() {
        double perSecond = 0;
        double delivery = 0;
        long connections = 0;
        long attempts = 0;
        for (PlayedSource source : sources) {
            perSecond += source.perSecond();
            delivery += source.deliveryShare;
            connections += source.connections;
            attempts += source.attempts;
        }
        double share = sources.isEmpty() ? 1 : delivery / sources.size();
        return new JsonText()
                .with("id", id)
                .with("role", "mta")
                .with("site", site)
                .with("state", state)
                .with("reason", reason)
                .with("since", since)
                .with("capacity", 100)
                .with("sources", sources.size())
                .with("connections", connections)
                .with("inFlight", connections)
                .with("ready", connections * 3)
                .withJson("oldestReady", oldest())
                .with("perSecond", Math.round(perSecond * 10) / 10.0)
                .with("deliveryShare", share)
                .with("deferralShare", (1 - share) * 0.8)
                .with("bounceShare", (1 - share) * 0.2)
                .with("latencyMillis", 120.0 + connections)
                .with("attempts", attempts)
                .with("delivered", (long) (attempts * share))
                .with("deferred", (long) (attempts * (1 - share) * 0.8))
                .with("bounced", (long) (attempts * (1 - share) * 0.2))
                .toString();
    }
}

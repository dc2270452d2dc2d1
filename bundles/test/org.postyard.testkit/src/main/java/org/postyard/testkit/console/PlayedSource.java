package org.postyard.testkit.console;

import java.time.Instant;
import java.util.Random;

/** One source of a played runtime. Its JSON is kept until it changes. */
final class PlayedSource {
    final String id;
    final PlayedServer server;
    private final int number;
    boolean open = true;
    long connections;
    long attempts;
    double deliveryShare = 1;
    private double perSecond;
    private double latencyMillis;
    private boolean changed = true;
    private Instant changedAt = Instant.EPOCH;
    private String json = "";

    PlayedSource(PlayedServer server, int number) {
        this.server = server;
        this.number = number;
        this.id = server.id + "-ip" + number;
    }

    void change(Random random) {
        perSecond = Math.round(random.nextDouble() * 120) / 10.0;
        connections = random.nextInt(12);
        deliveryShare = 1 - Math.abs(random.nextGaussian()) / 40;
        latencyMillis = 90 + random.nextInt(700);
        attempts += 1 + random.nextInt(50);
        open = random.nextInt(50) > 0;
        changed = true;
        changedAt = Instant.now();
        json = "";
        server.touch();
    }

    double perSecond() {
        return server.active() ? perSecond : 0;
    }

    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    String json() {
        if (json.isEmpty()) json = fresh();
        return json;
    }

    /** When the oldest of its ready messages was received. */
    Instant oldest() {
        return changedAt.minusSeconds(connections);
    }

    private String fresh() {
        return new JsonText()
                .with("id", id)
                .with("server", server.id)
                .with("connector", "smtp")
                .with("nextHop", "")
                .with("bindAddress", "198.51.100." + number)
                .with("ehloName", id + ".yard.example")
                .with("open", open)
                .with("reason", open ? "" : "At its limit of 12 connections to mx.gmail.example.")
                .with("connections", connections)
                .with("inFlight", connections)
                .with("ready", connections * 3)
                .withJson("oldestReady", connections == 0 ? "null" : "\"" + oldest() + "\"")
                .with("perSecond", perSecond())
                .with("deliveryShare", deliveryShare)
                .with("deferralShare", (1 - deliveryShare) * 0.8)
                .with("bounceShare", (1 - deliveryShare) * 0.2)
                .with("latencyMillis", latencyMillis)
                .with("attempts", attempts)
                .with("delivered", (long) (attempts * deliveryShare))
                .with("deferred", (long) (attempts * (1 - deliveryShare) * 0.8))
                .with("bounced", (long) (attempts * (1 - deliveryShare) * 0.2))
                .toString();
    }
}

package org.postyard.console.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.model.snapshot.RecentEvents;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.protocol.AttemptView;
import org.postyard.protocol.CallerView;
import org.postyard.protocol.EventView;
import org.postyard.protocol.HealthView;
import org.postyard.protocol.LedgerLineView;
import org.postyard.protocol.LedgerView;
import org.postyard.protocol.PoolView;
import org.postyard.protocol.QueueView;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/** Wire records for tests, plain except for what a test says. */
public final class Examples {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Examples() {}

    public static ServerView server(String id, String site, String state) {
        return server(id, site, state, 10, Optional.of(0.0));
    }

    public static ServerView server(String id, String site, String state, double perSecond, Optional<Double> bounces) {
        return server(id, site, state, perSecond, bounces, 100);
    }

    public static ServerView server(
            String id, String site, String state, double perSecond, Optional<Double> bounces, long attempts) {
        return new ServerView(
                id,
                "mta",
                site,
                state,
                state,
                NOW,
                10,
                1,
                2,
                3,
                4,
                Optional.of(NOW.minusSeconds(30)),
                perSecond,
                Optional.of(1.0),
                Optional.of(0.0),
                bounces,
                Optional.of(20.0),
                attempts,
                attempts,
                0,
                0);
    }

    public static SourceView source(String id, String server) {
        return source(id, server, 5);
    }

    public static SourceView source(String id, String server, double perSecond) {
        return new SourceView(
                id,
                server,
                "smtp",
                "",
                "192.0.2.1",
                id + ".example",
                true,
                "",
                1,
                1,
                1,
                Optional.of(NOW.minusSeconds(20)),
                perSecond,
                Optional.of(1.0),
                Optional.of(0.0),
                Optional.of(0.0),
                Optional.of(20.0),
                10,
                10,
                0,
                0);
    }

    public static QueueView queue(String tenant, String campaign, String domain, long queued, boolean held) {
        return new QueueView(
                tenant + "/" + campaign + "/" + domain,
                tenant,
                campaign,
                domain,
                "default",
                "mx." + domain,
                queued,
                1,
                queued - 1,
                0,
                0,
                Optional.of(NOW.minusSeconds(60)),
                Optional.of(NOW.plusSeconds(30)),
                held,
                held ? "Held by ops." : "Next attempt in 30 s.");
    }

    public static EventView event(long sequence, String kind) {
        return event(sequence, kind, "someone@example.com", "Gmail");
    }

    public static EventView event(long sequence, String kind, String recipient, String provider) {
        AttemptView attempt = new AttemptView(
                1,
                "default",
                "ip-1",
                "mta-1",
                "mx.example.com",
                provider,
                "mx1.example.com",
                250,
                "2.0.0",
                "none",
                12,
                false);
        return new EventView(
                sequence,
                kind,
                NOW,
                "0akxmtky80000",
                0,
                "news@example.org",
                recipient,
                "acme",
                "spring",
                "bulk",
                NOW,
                1000,
                "127.0.0.1",
                kind.equals("received") ? Optional.empty() : Optional.of(attempt),
                "250 2.0.0 OK");
    }

    public static LedgerView ledger(long accepted, long delivered, long queued) {
        return ledger(NOW, accepted, delivered, queued);
    }

    /** Counted at that time of the runtime. */
    public static LedgerView ledger(Instant counted, long accepted, long delivered, long queued) {
        long difference = accepted - delivered - queued;
        return new LedgerView(
                counted,
                difference == 0,
                0,
                List.of(new LedgerLineView("bulk", accepted, delivered, 0, 0, 0, 0, 0, queued, difference)));
    }

    /** A live snapshot whose caller may do the operations. */
    public static RuntimeSnapshot snapshot(String... operations) {
        RuntimeSnapshot blank = RuntimeSnapshot.unknown("yard", NOW);
        return new RuntimeSnapshot(
                "yard",
                1,
                new LinkState.Live(NOW),
                NOW,
                blank.clockOffset(),
                false,
                Optional.of(new CallerView(
                        "ops",
                        List.of("viewer"),
                        List.of(operations),
                        Optional.of(Map.of("STEER_SERVERS", List.of("operator", "admin"))))),
                blank.servers(),
                blank.sources(),
                blank.pools(),
                blank.queues(),
                Optional.empty(),
                Optional.empty(),
                RecentEvents.NONE);
    }

    public static RuntimeSnapshot with(RuntimeSnapshot s, LinkState link) {
        return new RuntimeSnapshot(
                s.runtime(),
                s.version() + 1,
                link,
                s.takenAt(),
                s.clockOffset(),
                s.masked(),
                s.caller(),
                s.servers(),
                s.sources(),
                s.pools(),
                s.queues(),
                s.ledger(),
                s.health(),
                s.events());
    }

    public static RuntimeSnapshot with(RuntimeSnapshot s, List<ServerView> servers, List<SourceView> sources) {
        return new RuntimeSnapshot(
                s.runtime(),
                s.version() + 1,
                s.link(),
                s.takenAt(),
                s.clockOffset(),
                s.masked(),
                s.caller(),
                s.servers().replacedBy(servers),
                s.sources().replacedBy(sources),
                s.pools(),
                s.queues(),
                s.ledger(),
                s.health(),
                s.events());
    }

    public static RuntimeSnapshot withQueues(RuntimeSnapshot s, List<QueueView> queues, List<PoolView> pools) {
        return new RuntimeSnapshot(
                s.runtime(),
                s.version() + 1,
                s.link(),
                s.takenAt(),
                s.clockOffset(),
                s.masked(),
                s.caller(),
                s.servers(),
                s.sources(),
                s.pools().replacedBy(pools),
                s.queues().replacedBy(queues),
                s.ledger(),
                s.health(),
                s.events());
    }

    public static RuntimeSnapshot with(RuntimeSnapshot s, LedgerView ledger, HealthView health) {
        return new RuntimeSnapshot(
                s.runtime(),
                s.version() + 1,
                s.link(),
                s.takenAt(),
                s.clockOffset(),
                s.masked(),
                s.caller(),
                s.servers(),
                s.sources(),
                s.pools(),
                s.queues(),
                Optional.of(ledger),
                Optional.of(health),
                s.events());
    }

    public static RuntimeSnapshot with(RuntimeSnapshot s, RecentEvents events) {
        return new RuntimeSnapshot(
                s.runtime(),
                s.version() + 1,
                s.link(),
                s.takenAt(),
                s.clockOffset(),
                s.masked(),
                s.caller(),
                s.servers(),
                s.sources(),
                s.pools(),
                s.queues(),
                s.ledger(),
                s.health(),
                events);
    }
}

package org.postyard.testkit.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The state of a played runtime: the same for the same seed and the same calls. Not thread-safe. */
final class PlayedFleet {
    private static final List<String> SITES = List.of("ams-1", "fra-2", "iad-3", "sgp-4");
    private static final List<String> PROVIDERS = List.of("Gmail", "Outlook", "Yahoo", "iCloud", "GMX");
    private static final List<String> TENANTS = List.of("acme", "globex", "initech", "umbrella");

    private final FleetSize size;
    private final Random random;
    private final Instant start;
    private final List<PlayedServer> servers = new ArrayList<>();
    private final List<PlayedSource> sources = new ArrayList<>();
    private long sequence;
    private long accepted = 1_000_000;
    private long delivered = 990_000;
    private long bounced = 4_000;
    private long queued = 6_000;

    PlayedFleet(FleetSize size, long seed, Instant start) {
        this.size = size;
        this.random = new Random(seed);
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < size.servers(); i++) addServer(i);
    }

    private void addServer(int number) {
        PlayedServer server = new PlayedServer("mta-" + (number + 1), SITES.get(number % SITES.size()), start);
        servers.add(server);
        for (int i = 0; i < size.sourcesPerServer(); i++) {
            PlayedSource source = new PlayedSource(server, i + 1);
            source.change(random);
            sources.add(source);
            server.sources.add(source);
        }
        if (number % 97 == 41) server.state("down", "Nothing answers at its first source since 12 s.", start);
        if (number % 83 == 17) server.state("draining", "drained by ops", start);
    }

    /** Changes so many sources, and with them their servers. */
    void change(int count) {
        for (int i = 0; i < count; i++)
            sources.get(random.nextInt(sources.size())).change(random);
    }

    /** Sets the state of a server as a person would; false if there is no such server. */
    boolean steer(String id, String state, String reason, Instant now) {
        for (PlayedServer server : servers) {
            if (!server.id.equals(id)) continue;
            server.state(state, reason, now);
            return true;
        }
        return false;
    }

    long sequence() {
        return sequence;
    }

    /** The next event, as JSON. */
    String event(Instant now) {
        sequence++;
        int chance = random.nextInt(100);
        String kind = chance < 90 ? "delivered" : chance < 97 ? "deferred" : "bounced";
        accepted++;
        if (kind.equals("delivered")) delivered++;
        else if (kind.equals("bounced")) bounced++;
        else queued++;
        return eventJson(kind, sources.get(random.nextInt(sources.size())), now);
    }

    private String eventJson(String kind, PlayedSource source, Instant now) {
        String provider = PROVIDERS.get(random.nextInt(PROVIDERS.size()));
        int code = kind.equals("delivered") ? 250 : kind.equals("deferred") ? 451 : 550;
        String enhanced = kind.equals("delivered") ? "2.0.0" : kind.equals("deferred") ? "4.7.1" : "5.1.1";
        String domain = provider.toLowerCase(java.util.Locale.ROOT) + ".example";
        String attempt = new JsonText()
                .with("number", 1 + random.nextInt(3))
                .with("pool", "default")
                .with("source", source.id)
                .with("server", source.server.id)
                .with("site", "mx." + domain)
                .with("provider", provider)
                .with("peer", "mx1." + domain + " [192.0.2.25]:25")
                .with("replyCode", code)
                .with("enhancedCode", enhanced)
                .with("bounceClass", kind.equals("bounced") ? "bad_mailbox" : "none")
                .with("millis", 80 + random.nextInt(900))
                .with("unconfirmed", false)
                .toString();
        return new JsonText()
                .with("sequence", sequence)
                .with("kind", kind)
                .with("time", now)
                .with("message", messageId(sequence))
                .with("recipientIndex", 0)
                .with("sender", "news@acme.example")
                .with("recipient", "person" + random.nextInt(100_000) + "@" + domain)
                .with("tenant", TENANTS.get(random.nextInt(TENANTS.size())))
                .with("campaign", "spring")
                .with("messageClass", "bulk")
                .with("receivedAt", now.minusSeconds(2))
                .with("sizeBytes", 4_000 + random.nextInt(40_000))
                .with("client", "192.0.2.10")
                .withJson("attempt", attempt)
                .with("reason", code + " " + enhanced + " as played")
                .toString();
    }

    private static String messageId(long number) {
        String digits = Long.toString(number, 36);
        return "0play" + "0".repeat(8 - digits.length()) + digits;
    }

    String serversJson() {
        return list(servers.stream().map(PlayedServer::json).toList());
    }

    String sourcesJson() {
        return list(sources.stream().map(PlayedSource::json).toList());
    }

    /** Servers that changed since this was asked last, as JSON. */
    List<String> changedServers() {
        List<String> changed = new ArrayList<>();
        for (PlayedServer server : servers) if (server.takeChanged()) changed.add(server.json());
        return changed;
    }

    /** Sources that changed since this was asked last, as JSON. */
    List<String> changedSources() {
        List<String> changed = new ArrayList<>();
        for (PlayedSource source : sources) if (source.takeChanged()) changed.add(source.json());
        return changed;
    }

    String poolsJson() {
        List<String> members = new ArrayList<>();
        for (PlayedSource source : sources.subList(0, Math.min(50, sources.size())))
            members.add(new JsonText()
                    .with("source", source.id)
                    .with("weight", 1)
                    .with("open", source.open)
                    .with("picks", source.attempts)
                    .toString());
        return list(List.of(new JsonText()
                .with("id", "default")
                .with("balancer", "round-robin")
                .with("balancerPresent", true)
                .with("reason", "")
                .withJson("members", list(members))
                .toString()));
    }

    String queuesJson(Instant now, int most) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(most, size.queues()); i++) rows.add(queueJson(i, now));
        return list(rows);
    }

    private String queueJson(int number, Instant now) {
        String tenant = TENANTS.get(number % TENANTS.size());
        String campaign = "campaign-" + number / 20;
        String domain = "d" + number + ".example";
        long depth = 5_000 - number * 7L;
        return new JsonText()
                .with("name", tenant + "/" + campaign + "/" + domain)
                .with("tenant", tenant)
                .with("campaign", campaign)
                .with("domain", domain)
                .with("pool", "default")
                .with("site", "mx." + domain)
                .with("queued", depth)
                .with("due", depth / 10)
                .with("waiting", depth - depth / 10)
                .with("ready", 0)
                .with("inFlight", 0)
                .with("oldest", now.minusSeconds(60L + number * 11L))
                .with("nextAttempt", now.plusSeconds(30))
                .with("held", number % 29 == 3)
                .with("reason", number % 29 == 3 ? "Held by ops." : "The next attempt is due in 30 s.")
                .toString();
    }

    String ledgerJson(Instant now) {
        String line = new JsonText()
                .with("messageClass", "bulk")
                .with("accepted", accepted)
                .with("delivered", delivered)
                .with("relayed", 0)
                .with("bounced", bounced)
                .with("expired", 0)
                .with("suppressed", 0)
                .with("cancelled", 0)
                .with("queued", queued)
                .with("difference", accepted - delivered - bounced - queued)
                .toString();
        return new JsonText()
                .with("checkedAt", now)
                .with("balanced", accepted == delivered + bounced + queued)
                .with("possibleDuplicates", 0)
                .withJson("lines", list(List.of(line)))
                .toString();
    }

    static String list(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }
}

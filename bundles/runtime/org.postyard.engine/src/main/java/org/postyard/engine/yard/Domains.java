package org.postyard.engine.yard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postyard.api.delivery.SmtpReply;
import org.postyard.api.fleet.DestinationSite;
import org.postyard.engine.path.PoolTrack;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.Lane;
import org.postyard.engine.queue.ScheduledQueue;
import org.postyard.engine.site.SiteLookup;
import org.postyard.engine.site.SiteResolver;

/** Gives each queue its lane, by the site that serves its domain; looks sites up and keeps them for as long as they are valid. Dispatcher thread only. */
final class Domains {
    private static final long NO_MAIL_VALID_MILLIS = 600_000;
    private static final long FAILURE_VALID_MILLIS = 15_000;
    private static final int SLICE = 1_000;
    private static final long PAUSE_NANOS = 5_000_000L;
    private static final int MOST_IDLE_DOMAINS = 100_000;

    /** What is known of one domain. */
    private static final class Domain {
        private final Set<ScheduledQueue> queues = new HashSet<>();
        private Optional<DestinationSite> site = Optional.empty();
        private @Nullable SmtpReply noMail;
        private String failure = "";
        private long validUntilMillis;
        private boolean asking;
    }

    private final YardState state;
    private final YardServices services;
    private final SiteResolver sites;
    private final Dispatcher dispatcher;
    private final Settling settling;
    private final Paths paths;
    private final Map<String, Domain> domains = new HashMap<>();

    Domains(YardState state, YardServices services, Dispatcher dispatcher, Settling settling, Paths paths) {
        this.state = state;
        this.services = services;
        this.sites = services.sites();
        this.dispatcher = dispatcher;
        this.settling = settling;
        this.paths = paths;
    }

    /** Attaches a queue to its lane, or says why it has none yet. */
    void place(ScheduledQueue queue) {
        Optional<PoolTrack> pool = state.pool(queue.key().pool());
        if (pool.isEmpty()) {
            queue.detach();
            queue.waitsBecause(
                    "pool '" + queue.key().pool() + "' is not in the fleet; reroute it or bring the pool back");
            return;
        }
        if (pool.get().members().isEmpty()) {
            queue.detach();
            queue.waitsBecause("pool '" + queue.key().pool() + "' has no members; add a server to the fleet");
            return;
        }
        if (pool.get().relayed()) {
            attach(queue, DestinationSite.RELAYED);
            return;
        }
        placeBySite(queue);
    }

    private void placeBySite(ScheduledQueue queue) {
        String name = queue.key().domain();
        Domain domain = domains.computeIfAbsent(name, key -> new Domain());
        domain.queues.add(queue);
        boolean valid = services.clock().millis() < domain.validUntilMillis;
        if (!valid) ask(name, domain);
        if (domain.site.isPresent()) attach(queue, domain.site.get());
        else if (valid && domain.noMail != null) bounceDue(queue, domain.noMail);
        else if (valid && !domain.failure.isEmpty()) deferDue(queue, domain.failure);
        else queue.waitsBecause("looking up the MX hosts of " + name);
    }

    private void attach(ScheduledQueue queue, DestinationSite site) {
        if (!site.equals(DestinationSite.RELAYED))
            paths.serves(site, queue.key().domain());
        Lane lane = state.lane(site, queue.key().pool());
        if (queue.lane().filter(known -> known == lane).isPresent()) return;
        queue.waitsBecause("");
        queue.attach(lane);
    }

    private void ask(String name, Domain domain) {
        if (domain.asking) return;
        domain.asking = true;
        lookup(name)
                .whenComplete((lookup, trouble) -> dispatcher.execute(() -> answered(
                        name,
                        domain,
                        trouble == null ? lookup : new SiteLookup.Failed("site lookup failed: " + trouble))));
    }

    private CompletionStage<SiteLookup> lookup(String name) {
        try {
            return sites.siteOf(name, state.fleet());
        } catch (RuntimeException trouble) {
            return CompletableFuture.failedFuture(trouble);
        }
    }

    private void answered(String name, Domain domain, SiteLookup lookup) {
        domain.asking = false;
        long now = services.clock().millis();
        learn(domain, lookup, now).run();
        for (ScheduledQueue queue : Set.copyOf(domain.queues)) place(queue);
    }

    private static Runnable learn(Domain domain, SiteLookup lookup, long nowMillis) {
        return lookup.fold(new SiteLookup.Cases<>() {
            @Override
            public Runnable found(SiteLookup.Found found) {
                return () -> {
                    domain.site = Optional.of(found.site());
                    domain.noMail = null;
                    domain.failure = "";
                    domain.validUntilMillis = nowMillis + found.validMillis();
                };
            }

            @Override
            public Runnable noMail(SiteLookup.NoMail noMail) {
                return () -> {
                    domain.site = Optional.empty();
                    domain.noMail = noMail.reply();
                    domain.validUntilMillis = nowMillis + NO_MAIL_VALID_MILLIS;
                };
            }

            @Override
            public Runnable failed(SiteLookup.Failed failed) {
                return () -> {
                    domain.noMail = null;
                    domain.failure = failed.reason();
                    domain.validUntilMillis = nowMillis + FAILURE_VALID_MILLIS;
                };
            }
        });
    }

    private void bounceDue(ScheduledQueue queue, SmtpReply reply) {
        queue.detach();
        queue.waitsBecause(reply.text());
        someDue(queue, consignment -> settling.bounce(consignment, reply));
    }

    private void deferDue(ScheduledQueue queue, String failure) {
        queue.waitsBecause(failure);
        SmtpReply reply = new SmtpReply(451, "4.4.3", failure);
        someDue(queue, consignment -> settling.defer(consignment, reply));
    }

    /** Does something with what is due, a slice at a time, so that others have their turn; the rest follows by what is known of the domain then. */
    private void someDue(ScheduledQueue queue, Consumer<Consignment> action) {
        for (int done = 0; done < SLICE; done++) {
            Consignment consignment = queue.takeDue();
            if (consignment == null) return;
            action.accept(consignment);
        }
        dispatcher.after(PAUSE_NANOS, () -> {
            if (!queue.empty()) place(queue);
        });
    }

    /** Asks again where a queue with mail is to go, once what is known is no longer valid; until the answer it goes on as before. */
    void refresh(ScheduledQueue queue) {
        Domain domain = domains.get(queue.key().domain());
        if (domain == null || !domain.queues.contains(queue)) return;
        if (services.clock().millis() >= domain.validUntilMillis)
            ask(queue.key().domain(), domain);
    }

    /** Asks anew for every domain, because overrides or providers may have changed. */
    void forgetAnswers() {
        domains.values().forEach(domain -> domain.validUntilMillis = 0);
    }

    /** Forgets a queue that is no more. */
    void forget(ScheduledQueue queue) {
        Domain domain = domains.get(queue.key().domain());
        if (domain == null) return;
        domain.queues.remove(queue);
        boolean expired = services.clock().millis() >= domain.validUntilMillis;
        if (domain.queues.isEmpty() && !domain.asking && (expired || domains.size() > MOST_IDLE_DOMAINS))
            domains.remove(queue.key().domain());
    }
}

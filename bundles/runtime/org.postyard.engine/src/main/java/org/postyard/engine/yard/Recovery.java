package org.postyard.engine.yard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postyard.engine.queue.Consignment;
import org.postyard.engine.queue.ScheduledQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes up what directives and spool have kept from before. Can be run again after it has failed, from where it was. Dispatcher thread only. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final YardState state;
    private final YardServices services;
    private final Intake intake;
    private final Settling settling;
    private final List<Runnable> interrupted = new ArrayList<>();
    private long messages;

    Recovery(YardState state, YardServices services, Intake intake, Settling settling) {
        this.state = state;
        this.services = services;
        this.intake = intake;
        this.settling = settling;
    }

    /**
     * @param serverWishes where the states that operators wanted of servers are put
     * @throws RuntimeException if store or spool cannot be read
     */
    void run(Map<String, String> serverWishes) {
        long began = System.nanoTime();
        Map<String, String> directives = services.directives().all();
        directives.forEach((key, value) -> {
            Holds.filterOf(key).ifPresent(filter -> state.holds.put(filter, value));
            if (key.startsWith(Yardmaster.SERVER_DIRECTIVE))
                serverWishes.put(key.substring(Yardmaster.SERVER_DIRECTIVE.length()), value);
        });
        services.spool().counts().forEach(state::account);
        messages();
        interrupted.forEach(Runnable::run);
        LOG.info(
                "spool recovered messages={} interrupted={} millis={}",
                messages,
                interrupted.size(),
                (System.nanoTime() - began) / 1_000_000);
        interrupted.clear();
    }

    private void messages() {
        Set<Long> takenBefore = queued();
        try {
            services.spool().recover(found -> {
                if (takenBefore.contains(found.message().id().value())) return;
                messages++;
                for (Consignment consignment : intake.recovered(found))
                    interrupted.add(() -> settling.interrupted(consignment, found.message()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the spool cannot be read: " + e.getMessage(), e);
        }
    }

    /** Messages that are in the yard already: none, unless this has failed before. */
    private Set<Long> queued() {
        Set<Long> ids = new HashSet<>();
        for (ScheduledQueue queue : state.queues())
            queue.each(consignment -> ids.add(consignment.track().id().value()));
        return ids;
    }
}

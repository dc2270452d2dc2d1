package org.postyard.console.model.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.connection.ApiPath;
import org.postyard.protocol.QueueAction;
import org.postyard.protocol.QueueView;

/** Which queues are meant; all given conditions must match, and none means all queues. */
public record QueueScope(
        Optional<String> tenant, Optional<String> campaign, Optional<String> domain, Optional<String> pool) {
    public static final QueueScope ALL =
            new QueueScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static QueueScope ofTenant(String tenant) {
        return new QueueScope(Optional.of(tenant), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static QueueScope ofDomain(String domain) {
        return new QueueScope(Optional.empty(), Optional.empty(), Optional.of(domain), Optional.empty());
    }

    /** Exactly one queue. */
    public static QueueScope of(QueueView queue) {
        return new QueueScope(
                Optional.of(queue.tenant()),
                Optional.of(queue.campaign()),
                Optional.of(queue.domain()),
                Optional.empty());
    }

    public boolean all() {
        return equals(ALL);
    }

    public boolean matches(QueueView queue) {
        return tenant.map(queue.tenant()::equals).orElse(true)
                && campaign.map(queue.campaign()::equals).orElse(true)
                && domain.map(queue.domain()::equals).orElse(true)
                && pool.map(queue.pool()::equals).orElse(true);
    }

    /** In words: {@code domain example.org of tenant acme}. */
    public String text() {
        if (all()) return "all queues";
        List<String> parts = new ArrayList<>();
        domain.ifPresent(name -> parts.add("domain " + name));
        campaign.ifPresent(name -> parts.add(name.isEmpty() ? "no campaign" : "campaign " + name));
        tenant.ifPresent(name -> parts.add("tenant " + name));
        pool.ifPresent(name -> parts.add("pool " + name));
        return "queues of " + String.join(", ", parts);
    }

    QueueAction action(Optional<String> reason, Optional<String> toPool) {
        return new QueueAction(tenant, campaign, domain, pool, all(), reason, toPool);
    }

    ApiPath on(ApiPath path) {
        return path.with("tenant", tenant)
                .with("campaign", campaign)
                .with("domain", domain)
                .with("pool", pool);
    }
}

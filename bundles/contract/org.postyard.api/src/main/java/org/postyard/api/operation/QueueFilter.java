package org.postyard.api.operation;

import java.util.Optional;

/** Which queues an operation touches; an empty condition matches everything, all given ones must match. */
public record QueueFilter(
        Optional<String> tenant, Optional<String> campaign, Optional<String> domain, Optional<String> pool) {
    public static final QueueFilter ALL =
            new QueueFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public boolean matches(String queueTenant, String queueCampaign, String queueDomain, String queuePool) {
        return same(tenant, queueTenant)
                && same(campaign, queueCampaign)
                && same(domain, queueDomain)
                && same(pool, queuePool);
    }

    /** Whether every queue that this matches is matched by the other, too. */
    public boolean within(QueueFilter outer) {
        return within(tenant, outer.tenant)
                && within(campaign, outer.campaign)
                && within(domain, outer.domain)
                && within(pool, outer.pool);
    }

    private static boolean within(Optional<String> inner, Optional<String> outer) {
        return outer.isEmpty() || outer.equals(inner);
    }

    private static boolean same(Optional<String> wanted, String actual) {
        return wanted.isEmpty() || wanted.get().equals(actual);
    }
}

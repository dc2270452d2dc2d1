package org.postyard.control.host;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.control.problem.Problems;

/**
 * The host services that are registered at this moment. All references are optional and dynamic: the API must answer
 * while the engine or a store is being replaced. Its only state are the references, each volatile.
 */
@Component(service = Host.class)
public final class BoundHost implements Host {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Yard yard;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable EventFeed feed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Journal journal;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FleetDesk fleet;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable LimitDesk limits;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SuppressionList suppressions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ApiKeys keys;

    @Activate
    public BoundHost() {}

    @Override
    public Yard yard() {
        return present(yard, "engine");
    }

    @Override
    public EventFeed feed() {
        return present(feed, "event feed");
    }

    @Override
    public Journal journal() {
        return present(journal, "journal");
    }

    @Override
    public FleetDesk fleet() {
        return present(fleet, "fleet desk");
    }

    @Override
    public LimitDesk limits() {
        return present(limits, "fleet desk");
    }

    @Override
    public SuppressionList suppressions() {
        return present(suppressions, "suppression list");
    }

    @Override
    public ApiKeys keys() {
        return present(keys, "store of API keys");
    }

    private static <T> T present(@Nullable T service, String name) {
        if (service == null)
            throw Problems.unavailable("The " + name + " is starting, or being replaced.", RETRY_AFTER);
        return service;
    }
}

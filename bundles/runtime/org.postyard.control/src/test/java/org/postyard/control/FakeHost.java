package org.postyard.control;

import java.time.Duration;
import org.postyard.api.access.ApiKeys;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.SuppressionList;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.testkit.operation.FakeEventFeed;
import org.postyard.testkit.operation.FakeFleetDesk;
import org.postyard.testkit.operation.FakeYard;
import org.postyard.testkit.store.InMemoryApiKeys;
import org.postyard.testkit.store.InMemoryJournal;
import org.postyard.testkit.store.InMemorySuppressionList;

/** Host services in memory, all of which can be taken away. */
final class FakeHost implements Host {
    final FakeYard yard = new FakeYard();
    final FakeEventFeed feed = new FakeEventFeed();
    final InMemoryJournal journal = new InMemoryJournal();
    final FakeFleetDesk fleet = new FakeFleetDesk();
    final FakeLimits limits = new FakeLimits();
    final InMemorySuppressionList suppressions = new InMemorySuppressionList();
    final InMemoryApiKeys keys = new InMemoryApiKeys();
    volatile boolean present = true;

    @Override
    public Yard yard() {
        return ifPresent(yard);
    }

    @Override
    public EventFeed feed() {
        return ifPresent(feed);
    }

    @Override
    public Journal journal() {
        return ifPresent(journal);
    }

    @Override
    public FleetDesk fleet() {
        return ifPresent(fleet);
    }

    @Override
    public LimitDesk limits() {
        return ifPresent(limits);
    }

    @Override
    public SuppressionList suppressions() {
        return ifPresent(suppressions);
    }

    @Override
    public ApiKeys keys() {
        return ifPresent(keys);
    }

    private <T> T ifPresent(T service) {
        if (!present) throw Problems.unavailable("The part is being replaced.", Duration.ofSeconds(5));
        return service;
    }
}

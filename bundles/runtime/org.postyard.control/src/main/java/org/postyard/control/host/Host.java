package org.postyard.control.host;

import org.postyard.api.access.ApiKeys;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.Journal;
import org.postyard.api.fleet.FleetDesk;
import org.postyard.api.fleet.LimitDesk;
import org.postyard.api.operation.Yard;
import org.postyard.api.suppression.SuppressionList;

/** The host services that the API shows; each method throws a 503 problem while its service is missing. */
public interface Host {
    Yard yard();

    EventFeed feed();

    Journal journal();

    FleetDesk fleet();

    LimitDesk limits();

    SuppressionList suppressions();

    ApiKeys keys();
}

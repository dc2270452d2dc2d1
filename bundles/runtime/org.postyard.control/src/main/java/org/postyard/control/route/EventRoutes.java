package org.postyard.control.route;

import static org.postyard.api.access.Operation.READ_ADDRESSES;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.JournalQuery;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.view.EventViews;
import org.postyard.protocol.EventPage;

/** DeliveryEvents: the history. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public final class EventRoutes {
    private final Host host;

    public EventRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Events that match all given conditions, by pages")
    public EventPage events(@BeanParam EventQuery conditions) {
        JournalQuery query = conditions.query();
        List<DeliveryEvent> found = host.journal().find(query);
        long last = found.isEmpty()
                ? query.afterSequence()
                : found.get(found.size() - 1).sequence();
        return new EventPage(found.stream().map(EventViews::of).toList(), last, found.size() == query.limit());
    }
}

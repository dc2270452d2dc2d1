package org.postyard.control.route;

import static org.postyard.api.access.Operation.READ_ADDRESSES;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageId;
import org.postyard.api.operation.MessageStatus;
import org.postyard.control.access.Allowed;
import org.postyard.control.host.Host;
import org.postyard.control.problem.Problems;
import org.postyard.control.view.EventViews;
import org.postyard.protocol.MessagePage;
import org.postyard.protocol.MessageView;

/** Messages: where they are and what happened to them. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public final class MessageRoutes {
    private final Host host;

    public MessageRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Messages that match all given conditions, newest first")
    public MessagePage findMessages(
            @QueryParam("recipient") @Nullable String recipient,
            @QueryParam("sender") @Nullable String sender,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        int rows = Required.between("limit", limit, 1, JournalQuery.MAX_LIMIT);
        JournalQuery query = new JournalQuery(
                Set.of(EventKind.RECEIVED),
                Optional.empty(),
                Optional.ofNullable(recipient),
                Optional.ofNullable(sender),
                Optional.ofNullable(tenant),
                Optional.ofNullable(campaign),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Required.time("from", from),
                Required.time("until", until),
                0,
                false,
                true,
                rows);
        List<DeliveryEvent> received = host.journal().find(query);
        return new MessagePage(EventViews.summaries(received), received.size() == rows);
    }

    @GET
    @Path("/{id}")
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "One message: where each recipient stands, and every attempt with the peer's reply")
    public MessageView message(@PathParam("id") String text) {
        MessageId id = Required.messageId(text);
        // The engine first: what ends between the two questions is then in the journal, or still shown as queued.
        Optional<MessageStatus> status = Awaited.of(host.yard().message(id));
        List<DeliveryEvent> history = host.journal().find(JournalQuery.ofMessage(id));
        if (status.isPresent()) return EventViews.of(status.get(), history);
        if (history.isEmpty()) throw Problems.notFound("Neither spool nor journal know message " + id + ".");
        return EventViews.of(id, history);
    }
}

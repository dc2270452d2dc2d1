package org.postyard.control.route;

import static org.postyard.api.access.Operation.READ_ADDRESSES;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    /** More than arrive within a millisecond, which is as exactly as times are compared. */
    private static final int MARGIN = 1_000;

    private static final int MOST_ROWS = JournalQuery.MAX_LIMIT - MARGIN;
    private final Host host;

    public MessageRoutes(Host host) {
        this.host = host;
    }

    @GET
    @Allowed(READ_ADDRESSES)
    @Operation(summary = "Messages that match all given conditions, newest first")
    public MessagePage findMessages(
            @QueryParam("recipient") @Parameter(description = "Whole address, or @domain") @Nullable String recipient,
            @QueryParam("sender") @Parameter(description = "Whole address, or @domain") @Nullable String sender,
            @QueryParam("tenant") @Nullable String tenant,
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("from")
                    @Parameter(description = "Earliest time of arrival, inclusive, ISO 8601 in UTC")
                    @Nullable
                    String from,
            @QueryParam("until")
                    @Parameter(description = "Latest time of arrival, exclusive, ISO 8601 in UTC")
                    @Nullable
                    String until,
            @QueryParam("before")
                    @Parameter(description = "Only messages that came before this one: the last id of the page before")
                    @Nullable
                    String before,
            @QueryParam("limit") @DefaultValue("100") @Parameter(description = "Most messages in the answer")
                    int limit) {
        int rows = Required.between("limit", limit, 1, MOST_ROWS);
        Optional<DeliveryEvent> last = Optional.ofNullable(before).map(this::arrivalOf);
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
                earlier(Required.time("until", until), last),
                0,
                false,
                true,
                rows + MARGIN);
        List<DeliveryEvent> received = host.journal().find(query).stream()
                .filter(event ->
                        last.filter(one -> event.sequence() >= one.sequence()).isEmpty())
                .limit(rows)
                .toList();
        return new MessagePage(EventViews.summaries(received), received.size() == rows);
    }

    private DeliveryEvent arrivalOf(String text) {
        MessageId id = Required.messageId(text);
        return host.journal().find(JournalQuery.ofMessage(id)).stream()
                .min(Comparator.comparingLong(DeliveryEvent::sequence))
                .orElseThrow(() -> Problems.notFound("The journal does not know message " + text + "."));
    }

    private static Optional<Instant> earlier(Optional<Instant> until, Optional<DeliveryEvent> last) {
        Optional<Instant> end = last.map(event -> event.time().plusMillis(1));
        if (until.isEmpty() || end.isEmpty()) return until.or(() -> end);
        return until.get().isBefore(end.get()) ? until : end;
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

package org.postyard.control.route;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.control.problem.Problems;

/** The query parameters of an event query; filled in by the container for one request. */
public final class EventQuery {
    @QueryParam("kind")
    @Parameter(description = "Kinds of event, repeated or separated by commas; all if absent")
    private List<String> kinds = List.of();

    @QueryParam("message")
    @Parameter(description = "Message id")
    private @Nullable String message;

    @QueryParam("recipient")
    @Parameter(description = "Whole address, or @domain")
    private @Nullable String recipient;

    @QueryParam("sender")
    @Parameter(description = "Whole address, or @domain")
    private @Nullable String sender;

    @QueryParam("tenant")
    private @Nullable String tenant;

    @QueryParam("campaign")
    private @Nullable String campaign;

    @QueryParam("source")
    private @Nullable String source;

    @QueryParam("server")
    private @Nullable String server;

    @QueryParam("provider")
    private @Nullable String provider;

    @QueryParam("from")
    @Parameter(description = "Earliest time, inclusive, ISO 8601 in UTC")
    private @Nullable String from;

    @QueryParam("until")
    @Parameter(description = "Latest time, exclusive, ISO 8601 in UTC")
    private @Nullable String until;

    @QueryParam("after")
    @DefaultValue("0")
    @Parameter(description = "Only events with a higher sequence: the lastSequence of the page before")
    private long after;

    @QueryParam("unconfirmed")
    @DefaultValue("false")
    @Parameter(description = "Only possible duplicates")
    private boolean unconfirmed;

    @QueryParam("newest")
    @DefaultValue("false")
    @Parameter(description = "Newest first instead of oldest first")
    private boolean newest;

    @QueryParam("limit")
    @DefaultValue("100")
    @Parameter(description = "Most events in the answer, 1 to 10,000")
    private int limit;

    JournalQuery query() {
        return new JournalQuery(
                kinds(),
                Optional.ofNullable(message).map(Required::messageId),
                Optional.ofNullable(recipient),
                Optional.ofNullable(sender),
                Optional.ofNullable(tenant),
                Optional.ofNullable(campaign),
                Optional.ofNullable(source),
                Optional.ofNullable(server),
                Optional.ofNullable(provider),
                Required.time("from", from),
                Required.time("until", until),
                after,
                unconfirmed,
                newest,
                Required.between("limit", limit, 1, JournalQuery.MAX_LIMIT));
    }

    private Set<EventKind> kinds() {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        for (String list : kinds) for (String kind : list.split(",", -1)) wanted.add(kindOf(kind));
        return wanted;
    }

    private static EventKind kindOf(String word) {
        for (EventKind kind : EventKind.values())
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) return kind;
        throw Problems.malformed("kind", "There is no kind of event called '" + word + "'.");
    }
}

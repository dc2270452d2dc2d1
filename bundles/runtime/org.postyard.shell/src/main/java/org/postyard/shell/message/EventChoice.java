package org.postyard.shell.message;

import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.access.Operation;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageId;
import org.postyard.shell.Texts;
import org.postyard.shell.YardCommand;

/** A command for the events that its caller describes. */
abstract class EventChoice extends YardCommand {
    @Option(name = "--recipient", description = "Only to this address, or to @domain")
    private @Nullable String recipient;

    @Option(name = "--sender", description = "Only from this address, or from @domain")
    private @Nullable String sender;

    @Option(name = "--tenant", description = "Only of this tenant")
    private @Nullable String tenant;

    @Option(name = "--campaign", description = "Only of this campaign")
    private @Nullable String campaign;

    @Option(name = "--since", description = "Only since then: 30m, 2h, 7d, or a time such as 2026-01-31T08:00:00Z")
    private @Nullable String since;

    @Option(name = "--until", description = "Only before then, given like --since")
    private @Nullable String until;

    @Option(name = "--limit", description = "Most events to look at, 1 to 10000")
    private int limit = 50;

    EventChoice() {
        super(Operation.READ_ADDRESSES);
    }

    /** The newest events first that match all that was asked for. */
    final JournalQuery query(Set<EventKind> kinds, Attempts attempts) throws CommandException {
        if (limit < 1 || limit > JournalQuery.MAX_LIMIT)
            throw new CommandException("--limit takes 1 to " + JournalQuery.MAX_LIMIT);
        return new JournalQuery(
                kinds,
                attempts.message(),
                Optional.ofNullable(recipient),
                Optional.ofNullable(sender),
                Optional.ofNullable(tenant),
                Optional.ofNullable(campaign),
                attempts.source(),
                attempts.server(),
                attempts.provider(),
                since == null ? Optional.empty() : Optional.of(Texts.past(since, now())),
                until == null ? Optional.empty() : Optional.of(Texts.past(until, now())),
                0,
                attempts.unconfirmedOnly(),
                true,
                limit);
    }

    /** Conditions on the attempt of an event. */
    record Attempts(
            Optional<MessageId> message,
            Optional<String> source,
            Optional<String> server,
            Optional<String> provider,
            boolean unconfirmedOnly) {
        static final Attempts ANY =
                new Attempts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }
}

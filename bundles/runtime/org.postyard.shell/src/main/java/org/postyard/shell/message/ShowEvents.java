package org.postyard.shell.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventFeed;
import org.postyard.api.event.EventKind;
import org.postyard.api.event.JournalQuery;
import org.postyard.api.message.MessageId;
import org.postyard.shell.Texts;
import org.postyard.shell.completion.EventKinds;
import org.postyard.shell.completion.ServerNames;
import org.postyard.shell.completion.SourceNames;

/** Finds or follows delivery events. */
@Service
@Command(
        scope = "postyard",
        name = "events",
        description = "Finds delivery events in the journal, the newest last, or follows them as they happen",
        detailedDescription = """
                Example:

                  postyard:events
                  postyard:events --kind bounced --kind expired --since 1h
                  postyard:events --recipient @example.com --source relay1 --limit 500
                  postyard:events --unconfirmed     (possible duplicates)
                  postyard:events --kind bounced --follow         (until Ctrl-C)
                """)
public final class ShowEvents extends EventChoice {
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Option(name = "--kind", description = "Only of this kind; may be repeated", multiValued = true)
    @Completion(EventKinds.class)
    private @Nullable List<String> kinds;

    @Option(name = "--message", description = "Only of the message with this id")
    private @Nullable String message;

    @Option(name = "--source", description = "Only of attempts through this source")
    @Completion(SourceNames.class)
    private @Nullable String source;

    @Option(name = "--server", description = "Only of attempts through this server")
    @Completion(ServerNames.class)
    private @Nullable String server;

    @Option(name = "--provider", description = "Only of attempts at this mailbox provider")
    private @Nullable String provider;

    @Option(name = "--unconfirmed", description = "Only possible duplicates")
    private boolean unconfirmed;

    @Option(name = "--follow", description = "Show events as they happen, until Ctrl-C")
    private boolean follow;

    public ShowEvents() {}

    @Override
    protected void run() throws CommandException, InterruptedException {
        if (follow) follow(events(), query());
        else find();
    }

    private void find() throws CommandException {
        List<DeliveryEvent> found = new ArrayList<>(journal().find(query()));
        Collections.reverse(found);
        print(EventTable.of(found).ifEmpty("No such event in the journal"));
    }

    private JournalQuery query() throws CommandException {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        if (kinds != null) for (String kind : kinds) wanted.add(Texts.parse(EventKind.class, kind));
        return query(wanted, attempts());
    }

    private Attempts attempts() throws CommandException {
        Optional<MessageId> id = message == null ? Optional.empty() : MessageId.parse(message);
        if (message != null && id.isEmpty()) throw new CommandException("'" + message + "' is not the id of a message");
        return new Attempts(
                id,
                Optional.ofNullable(source),
                Optional.ofNullable(server),
                Optional.ofNullable(provider),
                unconfirmed);
    }

    /** Ends by interruption, which is how Ctrl-C arrives. */
    private void follow(EventFeed feed, JournalQuery wanted) throws InterruptedException {
        long sequence = feed.newestSequence();
        while (!surroundings().out().checkError()) {
            List<DeliveryEvent> batch = feed.after(sequence, BATCH);
            for (DeliveryEvent event : batch) {
                if (EventMatch.of(event, wanted)) print(EventTable.line(event));
                sequence = event.sequence();
            }
            if (batch.isEmpty()) Thread.sleep(PAUSE.toMillis());
        }
    }
}

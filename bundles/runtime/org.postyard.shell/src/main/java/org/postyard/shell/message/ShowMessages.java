package org.postyard.shell.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.api.event.EventKind;
import org.postyard.api.message.MessageId;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;

/** Finds messages. */
@Service
@Command(
        scope = "postyard",
        name = "messages",
        description = "Finds messages that were accepted, the newest last",
        detailedDescription = """
                Example:

                  postyard:messages
                  postyard:messages --recipient anna@example.com --since 2d
                  postyard:messages --recipient @example.com --tenant acme

                See all of one with postyard:message ID; see what is still queued with postyard:queue-inspect.
                """)
public final class ShowMessages extends EventChoice {
    public ShowMessages() {}

    @Override
    protected void run() throws CommandException {
        Map<MessageId, List<DeliveryEvent>> found = new LinkedHashMap<>();
        List<DeliveryEvent> events = new ArrayList<>(journal().find(query(Set.of(EventKind.RECEIVED), Attempts.ANY)));
        Collections.reverse(events);
        for (DeliveryEvent event : events)
            found.computeIfAbsent(event.message(), id -> new ArrayList<>()).add(event);
        Table table = Table.of("Message", "Received", "From", "To", "Tenant", "Campaign", "Class", "#Bytes", "Client");
        found.forEach((id, received) -> {
            DeliveryEvent first = received.get(0);
            String others = received.size() > 1 ? " and " + (received.size() - 1) + " more" : "";
            table.row(
                    id,
                    Texts.time(first.time()),
                    "<" + first.sender() + ">",
                    first.recipient() + others,
                    first.tenant(),
                    Texts.orDash(first.campaign()),
                    first.messageClass(),
                    first.sizeBytes(),
                    Texts.orDash(first.client()));
        });
        print(table.ifEmpty("No such message in the journal"));
    }
}

package org.postyard.shell.message;

import java.util.List;
import org.postyard.api.delivery.BounceClass;
import org.postyard.api.event.AttemptTrace;
import org.postyard.api.event.DeliveryEvent;
import org.postyard.shell.Table;
import org.postyard.shell.Texts;

/** How delivery events are shown. */
final class EventTable {
    private EventTable() {}

    /** Events of any messages. */
    static Table of(List<DeliveryEvent> events) {
        Table table =
                Table.of("#Sequence", "Time", "Event", "Message", "From", "To", "Tenant", "Source", "Reply", "Reason");
        for (DeliveryEvent event : events)
            table.row(
                    event.sequence(),
                    Texts.time(event.time()),
                    kind(event),
                    event.message(),
                    "<" + event.sender() + ">",
                    event.recipient(),
                    event.tenant(),
                    Texts.orDash(event.attempt().source()),
                    reply(event.attempt()),
                    event.reason());
        return table;
    }

    /** Events of one message, with their attempts. */
    static Table ofHistory(List<DeliveryEvent> events) {
        Table table = Table.of(
                "Time",
                "Event",
                "To",
                "#Attempt",
                "Pool",
                "Source",
                "Server",
                "Site",
                "Peer",
                "Reply",
                "Class",
                "#ms",
                "Reason");
        for (DeliveryEvent event : events) {
            AttemptTrace attempt = event.attempt();
            boolean none = attempt.number() == 0;
            table.row(
                    Texts.time(event.time()),
                    kind(event),
                    event.recipient(),
                    none ? "-" : attempt.number(),
                    Texts.orDash(attempt.pool()),
                    Texts.orDash(attempt.source()),
                    Texts.orDash(attempt.server()),
                    Texts.orDash(attempt.site()),
                    Texts.orDash(attempt.peer()),
                    reply(attempt),
                    attempt.bounceClass() == BounceClass.NONE ? "-" : Texts.word(attempt.bounceClass()),
                    none ? "-" : attempt.millis(),
                    event.reason());
        }
        return table;
    }

    static String line(DeliveryEvent event) {
        return event.sequence() + " " + Texts.time(event.time()) + " " + kind(event) + " message=" + event.message()
                + " from=<" + event.sender() + "> to=" + event.recipient() + " source="
                + Texts.orDash(event.attempt().source()) + " reply=" + reply(event.attempt()) + " " + event.reason();
    }

    private static String kind(DeliveryEvent event) {
        return Texts.word(event.kind()) + (event.attempt().unconfirmed() ? " (unconfirmed)" : "");
    }

    private static String reply(AttemptTrace attempt) {
        if (attempt.replyCode() == 0) return "-";
        return attempt.enhancedCode().isEmpty()
                ? Integer.toString(attempt.replyCode())
                : attempt.replyCode() + " " + attempt.enhancedCode();
    }
}

package org.postyard.console.ui.event;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.postyard.console.model.view.EventRow;
import org.postyard.console.model.view.Figures;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.table.Column;

/** The columns of the Events view. */
final class EventColumns {

    private final Figures figures;

    EventColumns(Figures figures) {
        this.figures = figures;
    }

    List<Column<EventRow>> all() {
        return List.of(
                Column.<EventRow>text("time", "Time", 84, this::time)
                        .sortedBy(Comparator.comparingLong(EventRow::number))
                        .tipped(row -> row.time().map(figures::dateTime).orElse("")),
                Column.<EventRow>severity("kind", "Event", 108, row -> Marks.of(row.severity()), EventRow::kindText),
                Column.<EventRow>text("recipient", "Recipient", 200, EventRow::recipient)
                        .tipped(EventRow::recipient),
                Column.<EventRow>text("reply", "Code", 84, EventRow::reply)
                        .explained("Code and enhanced code of the peer's reply"),
                Column.<EventRow>text("text", "Reply or reason", 292, EventRow::text)
                        .tipped(EventRow::text),
                Column.<EventRow>text("source", "Source", 100, EventRow::source),
                Column.<EventRow>text("server", "Server", 96, EventRow::server).hidden(),
                Column.<EventRow>text("provider", "Provider", 88, EventRow::provider),
                Column.<EventRow>text("sender", "Sender", 176, EventRow::sender).hidden(),
                Column.<EventRow>text("message", "Message", 124, EventRow::message));
    }

    private String time(EventRow row) {
        return row.time().map(time -> figures.moment(time, Instant.now())).orElse("");
    }
}

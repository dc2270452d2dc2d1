package org.postyard.console.ui.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.QueueRow;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.table.Column;

/** The columns of the Queues view. */
final class QueueColumns {

    private final Figures figures;
    private final Supplier<Instant> runtimeTime;

    QueueColumns(Figures figures, Supplier<Instant> runtimeTime) {
        this.figures = figures;
        this.runtimeTime = runtimeTime;
    }

    List<Column<QueueRow>> all() {
        return List.of(
                Column.<QueueRow>text("name", "Queue", 188, QueueRow::label).tipped(QueueColumns::tip),
                Column.<QueueRow>severity("state", "State", 108, QueueColumns::severity, QueueColumns::state),
                count("queued", "Queued", 68, QueueRow::queued).explained("Recipients that are queued"),
                count("due", "Due", 64, QueueRow::due).explained("Recipients whose next attempt is due"),
                count("waiting", "Waiting", 68, QueueRow::waiting)
                        .explained("Recipients that wait for a later attempt"),
                count("ready", "Ready", 64, QueueRow::ready)
                        .explained("Recipients in ready queues")
                        .hidden(),
                count("flight", "In flight", 68, QueueRow::inFlight).explained("Recipients that are being sent"),
                age(),
                next(),
                Column.<QueueRow>text("pool", "Pool", 76, QueueRow::pool),
                Column.<QueueRow>text("site", "Destination site", 168, QueueRow::site)
                        .hidden(),
                Column.<QueueRow>text("reason", "Waits for", 336, QueueRow::reason)
                        .tipped(QueueRow::reason));
    }

    private Column<QueueRow> age() {
        Function<QueueRow, OptionalDouble> millis = row -> row.oldest()
                .map(oldest -> OptionalDouble.of(Math.max(0, runtimeTime.get().toEpochMilli() - oldest.toEpochMilli())))
                .orElse(OptionalDouble.empty());
        return Column.<QueueRow>number("oldest", "Oldest", 96, millis, this::duration)
                .explained("Since when its oldest message is here")
                .tipped(row -> row.oldest().map(figures::dateTime).orElse(""));
    }

    private Column<QueueRow> next() {
        Comparator<QueueRow> order =
                Comparator.comparing(row -> row.nextAttempt().orElse(Instant.MAX));
        return Column.<QueueRow>text("next", "Next attempt", 96, row -> row.nextAttempt()
                        .map(time -> figures.upcoming(time, runtimeTime.get()))
                        .orElse(Figures.UNKNOWN))
                .sortedBy(order);
    }

    private String duration(double millis) {
        return figures.duration(java.time.Duration.ofMillis((long) millis));
    }

    private Column<QueueRow> count(String id, String title, int width, ToLongFunction<QueueRow> number) {
        return Column.number(
                id,
                title,
                width,
                row -> OptionalDouble.of(number.applyAsLong(row)),
                value -> figures.count(Math.round(value)));
    }

    private static Severity severity(QueueRow row) {
        return Marks.of(row.severity());
    }

    private static String state(QueueRow row) {
        if (row.held() > 0) {
            return row.state();
        }
        return switch (row.severity()) {
            case WARNING -> "old";
            case CRITICAL -> "too old";
            default -> row.inFlight() + row.ready() + row.due() > 0 ? "moving" : "waiting";
        };
    }

    private static String tip(QueueRow row) {
        return row.group() ? row.scope().text() + ": " + row.queues() + " queues" : row.label();
    }
}

package org.postyard.console.ui.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.ui.link.CurrentRuntime;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconImage;
import org.postyard.console.widgets.table.Alignment;
import org.postyard.console.widgets.table.Cell;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;

/** The columns of the Fleet view. */
final class FleetColumns {

    private static final int CURVE_POINTS = 60;
    private static final int ICON = 16;

    private final CurrentRuntime current;
    private final FleetLimits limits;
    private final Figures figures;

    FleetColumns(CurrentRuntime current, FleetLimits limits, Figures figures) {
        this.current = current;
        this.limits = limits;
        this.figures = figures;
    }

    List<Column<FleetRow>> all() {
        return List.of(
                name(),
                Column.<FleetRow>severity("state", "State", 108, row -> Marks.of(row.severity()), FleetRow::state)
                        .tipped(FleetRow::reason),
                number("rate", "Rate", 64, row -> OptionalDouble.of(row.perSecond()), figures::perSecond)
                        .explained("Recipients that ended per second, over the last ten seconds"),
                curve(),
                number("flight", "In flight", 60, row -> OptionalDouble.of(row.inFlight()), this::count)
                        .explained("Recipients that are being sent"),
                number("ready", "Ready", 52, row -> OptionalDouble.of(row.ready()), this::count)
                        .explained("Recipients in ready queues"),
                number("oldest", "Oldest", 60, this::waitedSeconds, this::age)
                        .explained("How long ago the oldest message in its ready queues was received"),
                number("connections", "Connections", 92, row -> OptionalDouble.of(row.connections()), this::count)
                        .explained("Open connections")
                        .hidden(),
                Column.<FleetRow>share("delivered", "Delivered", 88, row -> known(row.deliveryShare()))
                        .explained("Delivered and relayed, of all attempts of the last minute"),
                share("deferred", "Deferred", FleetRow::deferralShare),
                share("bounced", "Bounced", FleetRow::bounceShare),
                number("latency", "Latency", 60, row -> optional(row.latencyMillis()), figures::millis)
                        .explained("Mean duration of a transaction over the last minute"),
                limit("limit", "Limit/s", Limit.RATE)
                        .explained("Messages per second that this server or source itself is limited to; press F2 to"
                                + " change it"),
                limit("maxConnections", "Connection limit", Limit.CONNECTIONS)
                        .explained("Connections that this server or source itself is limited to; press F2 to change it")
                        .hidden(),
                Column.<FleetRow>text("detail", "Way out", 220, FleetRow::detail)
                        .hidden(),
                Column.<FleetRow>text("reason", "Why", 420, FleetColumns::why).tipped(FleetRow::reason));
    }

    private Column<FleetRow> name() {
        return Column.<FleetRow>of(
                        "name", "Site, server, source", 168, Alignment.LEFT, FleetRow::label, FleetColumns::paintName)
                .tipped(FleetRow::detail)
                .sortedBy(Comparator.comparing(FleetRow::label, String.CASE_INSENSITIVE_ORDER));
    }

    /** A reason that only repeats the state says nothing. */
    private static String why(FleetRow row) {
        return row.reason().equals(row.state()) ? "" : row.reason();
    }

    private Column<FleetRow> limit(String id, String title, Limit limit) {
        Function<FleetRow, String> text =
                row -> limits.value(limit, row).map(FleetLimits::text).orElse("");
        return Column.of(id, title, 56, Alignment.RIGHT, text, (cell, row) -> paintLimit(cell, limit, row))
                .editedBy(new LimitEditing(limits, limit));
    }

    private void paintLimit(Cell cell, Limit limit, FleetRow row) {
        limits.value(limit, row)
                .ifPresentOrElse(
                        value -> cell.text(FleetLimits.text(value), Alignment.RIGHT),
                        () -> cell.mutedText(row.kind() == FleetRow.Kind.SITE ? "" : Figures.UNKNOWN, Alignment.RIGHT));
    }

    private static void paintName(Cell cell, FleetRow row) {
        Rectangle area = cell.area();
        RGB colour = cell.shade(cell.palette().tool());
        Image drawn = IconImage.of(cell.theme(), icon(row), ICON, colour);
        cell.gc().drawImage(drawn, area.x, area.y + (area.height - ICON) / 2);
        TextStyle style = row.kind() == FleetRow.Kind.SOURCE ? TextStyle.BODY : TextStyle.STRONG;
        TextMeasure measure = cell.theme().measure(style);
        int left = area.x + ICON + 8;
        cell.gc().setFont(cell.theme().font(style));
        cell.gc().setForeground(cell.theme().color(cell.shade(cell.palette().text())));
        String fitting = measure.shorten(row.label(), area.x + area.width - left);
        cell.gc().drawString(fitting, left, area.y + (area.height - measure.height()) / 2, true);
    }

    private static Icon icon(FleetRow row) {
        return switch (row.kind()) {
            case SITE -> Icon.SITE;
            case SERVER -> Icon.SERVER;
            case SOURCE -> Icon.SOURCE;
        };
    }

    private Column<FleetRow> curve() {
        return Column.<FleetRow>of(
                        "curve",
                        "15 min",
                        60,
                        Alignment.LEFT,
                        row -> "",
                        (cell, row) -> cell.spark(rates(row), cell.palette().accent()))
                .explained("Rate over the last 15 minutes; a gap is a time without news");
    }

    private double[] rates(FleetRow row) {
        Optional<LiveRuntime> runtime = current.runtime();
        if (runtime.isEmpty() || row.subject().isEmpty()) {
            return new double[0];
        }
        return runtime.get()
                .history()
                .sparkline(row.subject().get(), Metric.PER_SECOND, Instant.now(), CURVE_POINTS)
                .values();
    }

    private static Column<FleetRow> number(
            String id,
            String title,
            int width,
            Function<FleetRow, OptionalDouble> value,
            Function<Double, String> format) {
        return Column.number(id, title, width, value, format);
    }

    private Column<FleetRow> share(String id, String title, Function<FleetRow, Optional<Double>> share) {
        return number(id, title, 68, row -> optional(share.apply(row)), figures::share)
                .explained(title + ", of all attempts of the last minute");
    }

    private OptionalDouble waitedSeconds(FleetRow row) {
        Optional<Instant> now =
                current.runtime().map(runtime -> runtime.snapshot().runtimeTime(Instant.now()));
        return row.oldest().isPresent() && now.isPresent()
                ? OptionalDouble.of(Math.max(
                        0, Duration.between(row.oldest().get(), now.get()).toMillis() / 1e3))
                : OptionalDouble.empty();
    }

    private String age(double seconds) {
        return figures.duration(Duration.ofMillis(Math.round(seconds * 1e3)));
    }

    private String count(double value) {
        return figures.count(Math.round(value));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    private static double known(Optional<Double> value) {
        return value.orElse(Double.NaN);
    }
}

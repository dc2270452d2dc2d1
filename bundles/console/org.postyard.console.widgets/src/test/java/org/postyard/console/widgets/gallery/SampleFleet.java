package org.postyard.console.widgets.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.table.CellEditing;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;

/** Rows and columns like those of a fleet, from a seed. */
final class SampleFleet {
    private static final String[] SITES = {"fra1", "ams2", "lon1", "waw1", "nyc3", "sjc1"};

    private SampleFleet() {}

    static Rows<SampleServer> tree(int servers, int sourcesEach, long seed) {
        Random random = new Random(seed);
        List<Node<SampleServer>> roots = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            String name = "mta-%02d.%s".formatted(server + 1, SITES[server % SITES.length]);
            List<Node<SampleServer>> sources = IntStream.range(0, sourcesEach)
                    .mapToObj(source -> Node.leaf(name + "/" + source, sample("192.0.2." + (source + 1), random)))
                    .toList();
            roots.add(new Node<>(name, sample(name, random), sources));
        }
        return new Rows<>(roots);
    }

    static SampleServer sample(String name, Random random) {
        Severity severity = Severity.OK;
        int dice = random.nextInt(20);
        if (dice == 0) severity = Severity.CRITICAL;
        else if (dice <= 2) severity = Severity.WARNING;
        else if (dice == 3) severity = Severity.NOTICE;
        else if (dice == 4) severity = Severity.UNKNOWN;
        double rate = severity == Severity.UNKNOWN ? Double.NaN : 20 + random.nextDouble() * 480;
        double[] history = new double[40];
        double value = 50;
        for (int index = 0; index < history.length; index++) {
            value = Math.max(0, value + random.nextGaussian() * 8);
            history[index] = index > 24 && index < 29 && dice % 3 == 0 ? Double.NaN : value;
        }
        return new SampleServer(
                name,
                severity,
                reason(severity),
                rate,
                random.nextInt(200),
                (long) Math.pow(10, random.nextDouble() * 5),
                1 - random.nextDouble() * 0.1,
                random.nextDouble() * 0.2,
                80 + random.nextDouble() * 900,
                history);
    }

    private static String reason(Severity severity) {
        return switch (severity) {
            case OK -> "Active";
            case NOTICE -> "Draining";
            case WARNING -> "Deferrals above 15 %";
            case CRITICAL -> "Down";
            case UNKNOWN -> "No news";
        };
    }

    static List<Column<SampleServer>> columns(CellEditing<SampleServer> editing) {
        return List.of(
                Column.text("name", "Server or source", 190, SampleServer::name),
                Column.severity("state", "State", 150, SampleServer::severity, SampleServer::reason),
                number("rate", "Rate /s", 80, row -> row.perSecond(), "%,.1f"),
                number("in-flight", "In flight", 76, row -> row.inFlight(), "%,.0f"),
                number("queued", "Queued", 80, row -> row.queued(), "%,.0f").editedBy(editing),
                Column.share("delivered", "Delivered", 130, SampleServer::deliveredShare),
                number("deferred", "Deferred %", 84, row -> row.deferredShare() * 100, "%.1f"),
                number("latency", "Latency ms", 88, row -> row.latencyMillis(), "%,.0f"),
                Column.spark("history", "Last 10 min", 120, SampleServer::history));
    }

    private static Column<SampleServer> number(
            String id,
            String title,
            int width,
            java.util.function.ToDoubleFunction<SampleServer> value,
            String format) {
        return Column.number(
                id,
                title,
                width,
                row -> Double.isNaN(value.applyAsDouble(row))
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(value.applyAsDouble(row)),
                number -> String.format(Locale.ROOT, format, number));
    }
}

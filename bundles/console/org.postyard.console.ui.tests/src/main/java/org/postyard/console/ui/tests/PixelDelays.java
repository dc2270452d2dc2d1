package org.postyard.console.ui.tests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.swt.events.PaintEvent;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RecentEvents.Entry;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Node;
import org.postyard.protocol.ServerView;

/**
 * Measures the time from a change in a played runtime until a grid of servers has been painted with it. Each change of a server gives it
 * another share of deliveries, which tells when that change was seen first; it was made after the newest event of the snapshot before,
 * by the clock that both processes share, so that a delay is never reckoned too short. {@link #snapshot} is called by the model,
 * everything else by the thread of the user interface.
 */
final class PixelDelays {

    /** A server with the share that a change gave it. */
    private record Change(String server, double share) {}

    private final Map<Change, Instant> made = new ConcurrentHashMap<>();
    private final Map<String, Double> newest = new HashMap<>();
    private final Map<String, Double> painted = new HashMap<>();
    private final List<Long> millis = new ArrayList<>();
    private Optional<Instant> newestEvent = Optional.empty();
    private int paints;
    private boolean counting;

    PixelDelays(LiveRuntime runtime) {
        runtime.addListener(this::snapshot);
    }

    private void snapshot(RuntimeSnapshot snapshot) {
        Optional<Instant> before = newestEvent;
        for (ServerView server : snapshot.servers().list()) {
            server.deliveryShare().ifPresent(share -> seen(new Change(server.id(), share), before));
        }
        List<Entry> events = snapshot.events().newest();
        if (!events.isEmpty() && events.get(events.size() - 1) instanceof Entry.Happened happened) {
            newestEvent = Optional.of(happened.event().time());
        }
    }

    private void seen(Change change, Optional<Instant> before) {
        Double known = newest.put(change.server(), change.share());
        if (known != null && known != change.share()) {
            before.ifPresent(time -> made.put(change, time));
        }
    }

    /** To be added after the grid's own painter. */
    void painted(PaintEvent event) {
        paints += counting ? 1 : 0;
        long now = System.currentTimeMillis();
        List<Node<FleetRow>> rows = new ArrayList<>();
        rowsOf(event).forEach(node -> collect(node, rows));
        rows.forEach(node -> row(node.value(), now));
    }

    @SuppressWarnings("unchecked")
    private static List<Node<FleetRow>> rowsOf(PaintEvent event) {
        return ((Grid<FleetRow>) event.widget).rows().roots();
    }

    private static void collect(Node<FleetRow> node, List<Node<FleetRow>> into) {
        if (node.value().kind() == FleetRow.Kind.SERVER) {
            into.add(node);
        } else {
            node.children().forEach(child -> collect(child, into));
        }
    }

    private void row(FleetRow row, long now) {
        if (row.deliveryShare().isEmpty()) {
            return;
        }
        double share = row.deliveryShare().get();
        Double before = painted.put(row.id(), share);
        Instant time = made.remove(new Change(row.id(), share));
        if (counting && before != null && before != share && time != null) {
            millis.add(now - time.toEpochMilli());
        }
    }

    void count(boolean now) {
        counting = now;
    }

    String text() {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return "no change was painted";
        }
        return "%d changes in %d paints, to pixel p50 %d ms, p95 %d ms, p99 %d ms, longest %d ms"
                .formatted(
                        sorted.length,
                        paints,
                        at(sorted, 50),
                        at(sorted, 95),
                        at(sorted, 99),
                        Arrays.stream(sorted).max().orElse(0));
    }

    private static long at(long[] sorted, int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}

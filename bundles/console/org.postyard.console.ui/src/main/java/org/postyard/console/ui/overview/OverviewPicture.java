package org.postyard.console.ui.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.history.History;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Series;
import org.postyard.console.model.history.Subject;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.OverviewModel;
import org.postyard.console.model.view.Thresholds;
import org.postyard.console.widgets.chart.Curve;

/** What the Overview shows of one snapshot, made off the thread of the user interface. */
record OverviewPicture(
        RuntimeSnapshot snapshot, OverviewModel model, List<Curve> throughput, Tiles tiles, Instant now) {

    /** The last 15 minutes of each tile. */
    record Tiles(
            double[] accepted, double[] delivered, double[] bounced, double[] queued, double[] age, double[] flight) {}

    private static final Duration SHOWN = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(1);
    private static final int TILE_POINTS = 90;

    static Optional<OverviewPicture> of(
            Optional<RuntimeSnapshot> snapshot, Optional<LiveRuntime> runtime, Figures figures) {
        if (snapshot.isEmpty() || runtime.isEmpty()) {
            return Optional.empty();
        }
        Instant now = Instant.now();
        LiveRuntime live = runtime.get();
        OverviewModel model =
                OverviewModel.of(snapshot.get(), live.history(), live.attempts(), Thresholds.USUAL, figures, now);
        List<Curve> throughput = List.of(
                curve(live.history(), Metric.ACCEPTED_PER_SECOND, now),
                curve(live.history(), Metric.DELIVERED_PER_SECOND, now),
                curve(live.history(), Metric.BOUNCED_PER_SECOND, now));
        return Optional.of(new OverviewPicture(snapshot.get(), model, throughput, tiles(live.history(), now), now));
    }

    /** Whether the snapshot says anything that this picture does not show; single deliveries are shown once a second. */
    boolean olderThan(RuntimeSnapshot newer) {
        boolean same = newer.runtime().equals(snapshot.runtime())
                && newer.link().equals(snapshot.link())
                && newer.servers() == snapshot.servers()
                && newer.ledger().equals(snapshot.ledger())
                && newer.health().equals(snapshot.health());
        return !same || Duration.between(now, Instant.now()).compareTo(LONGEST_LIFE) > 0;
    }

    private static Tiles tiles(History history, Instant now) {
        return new Tiles(
                tile(history, Metric.ACCEPTED_PER_SECOND, now),
                tile(history, Metric.DELIVERED_PER_SECOND, now),
                tile(history, Metric.BOUNCED_PER_SECOND, now),
                tile(history, Metric.QUEUED, now),
                tile(history, Metric.QUEUE_AGE, now),
                tile(history, Metric.IN_FLIGHT, now));
    }

    private static double[] tile(History history, Metric metric, Instant now) {
        return history.sparkline(Subject.RUNTIME, metric, now, TILE_POINTS).values();
    }

    private static Curve curve(History history, Metric metric, Instant now) {
        Series series = history.series(Subject.RUNTIME, metric, now.minus(SHOWN), now);
        long[] times = new long[series.size()];
        for (int index = 0; index < times.length; index++) {
            times[index] = series.timeOf(index).toEpochMilli();
        }
        return new Curve(metric.name(), metric.label(), "/s", times, series.values());
    }
}

package org.postyard.console.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.postyard.console.model.history.History;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Series;
import org.postyard.console.widgets.chart.Curve;
import org.postyard.console.widgets.chart.TimeWindow;

/** Reads the curves of a part of time out of the history of a runtime. Any thread. */
final class CurveReader {

    /** A little less than the time of which single seconds are kept, because its oldest one is about to go. */
    private static final Duration FINE = Duration.ofSeconds(890);

    private final History history;
    private final Instant now;

    CurveReader(History history, Instant now) {
        this.history = history;
        this.now = now;
    }

    /** Curves over the window and half as much on both sides, so that a move does not meet an empty edge. */
    List<Curve> read(Collection<Pick> picks, TimeWindow window) {
        long margin = window.lengthMillis() / 2;
        Instant from = Instant.ofEpochMilli(window.fromMillis() - margin);
        Instant until = Instant.ofEpochMilli(Math.min(window.untilMillis() + margin, now.toEpochMilli()));
        return picks.stream().map(pick -> read(pick, from, until)).toList();
    }

    /** The last minutes in fine steps, and before them what is kept in coarse ones. */
    private Curve read(Pick pick, Instant from, Instant until) {
        Points points = new Points(pick.metric().unit() == Metric.Unit.SHARE ? 100 : 1);
        Instant fineFrom = now.minus(FINE);
        if (from.isBefore(fineFrom)) {
            Instant end = until.isBefore(fineFrom) ? until : fineFrom;
            points.add(history.series(pick.subject(), pick.metric(), from, end), end);
        }
        if (until.isAfter(fineFrom)) {
            Instant begin = from.isBefore(fineFrom) ? fineFrom : from;
            points.add(history.series(pick.subject(), pick.metric(), begin, until), until);
        }
        return points.curve(pick);
    }

    private static final class Points {

        private final double factor;
        private final LongStream.Builder times = LongStream.builder();
        private final DoubleStream.Builder values = DoubleStream.builder();
        private long lastMillis = Long.MIN_VALUE;

        Points(double factor) {
            this.factor = factor;
        }

        void add(Series series, Instant end) {
            for (int index = 0; index < series.size(); index++) {
                long millis = series.timeOf(index).toEpochMilli();
                if (millis <= lastMillis || millis > end.toEpochMilli()) {
                    continue;
                }
                times.add(millis);
                values.add(series.at(index) * factor);
                lastMillis = millis;
            }
        }

        Curve curve(Pick pick) {
            return new Curve(
                    pick.toText(),
                    pick.label(),
                    unit(pick.metric().unit()),
                    times.build().toArray(),
                    values.build().toArray());
        }
    }

    private static String unit(Metric.Unit unit) {
        return switch (unit) {
            case PER_SECOND -> "per second";
            case COUNT -> "count";
            case SHARE -> "%";
            case MILLISECONDS -> "ms";
            case SECONDS -> "s";
        };
    }
}

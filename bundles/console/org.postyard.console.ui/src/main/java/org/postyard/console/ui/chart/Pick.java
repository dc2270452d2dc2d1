package org.postyard.console.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.postyard.console.model.history.Metric;
import org.postyard.console.model.history.Subject;

/** One curve that somebody wants to see: a number of something. Can be kept as text. */
public record Pick(Subject subject, Metric metric) {

    private static final List<Metric> OF_RUNTIME = List.of(
            Metric.ACCEPTED_PER_SECOND,
            Metric.DELIVERED_PER_SECOND,
            Metric.BOUNCED_PER_SECOND,
            Metric.QUEUED,
            Metric.QUEUE_AGE,
            Metric.IN_FLIGHT,
            Metric.READY,
            Metric.CONNECTIONS);
    private static final List<Metric> OF_SERVER = List.of(
            Metric.PER_SECOND,
            Metric.DELIVERY_SHARE,
            Metric.DEFERRAL_SHARE,
            Metric.BOUNCE_SHARE,
            Metric.LATENCY,
            Metric.IN_FLIGHT,
            Metric.READY,
            Metric.CONNECTIONS);
    private static final List<Metric> OF_SOURCE = List.of(
            Metric.PER_SECOND,
            Metric.DELIVERY_SHARE,
            Metric.DEFERRAL_SHARE,
            Metric.BOUNCE_SHARE,
            Metric.LATENCY,
            Metric.IN_FLIGHT);

    /** Numbers that are kept of things of this kind. */
    static List<Metric> metricsOf(Subject.Kind kind) {
        return switch (kind) {
            case RUNTIME -> OF_RUNTIME;
            case SERVER -> OF_SERVER;
            case SOURCE -> OF_SOURCE;
        };
    }

    /** Whether the number is kept at all. */
    boolean known() {
        return metricsOf(subject.kind()).contains(metric);
    }

    /** What a legend calls it. */
    String label() {
        return subjectLabel(subject) + " · " + metric.label();
    }

    static String subjectLabel(Subject subject) {
        return subject.kind() == Subject.Kind.RUNTIME ? "Runtime" : subject.id();
    }

    /** One word that {@link #parse} understands; ids of servers and sources have no spaces. */
    String toText() {
        return metric.name() + "@" + subject.kind().name() + ":" + subject.id();
    }

    /** Empty for what another version wrote. */
    static Optional<Pick> parse(String text) {
        int at = text.indexOf('@');
        int colon = text.indexOf(':', at + 1);
        if (at < 0 || colon < 0) {
            return Optional.empty();
        }
        Optional<Metric> metric = named(Metric.values(), text.substring(0, at));
        Optional<Subject.Kind> kind = named(Subject.Kind.values(), text.substring(at + 1, colon));
        String id = text.substring(colon + 1);
        return metric.flatMap(number -> kind.map(of -> new Pick(new Subject(of, id), number)))
                .filter(Pick::known);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}

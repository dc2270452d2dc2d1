package org.postyard.console.model.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.postyard.console.model.call.QueueScope;
import org.postyard.protocol.QueueView;

/** Queues in groups, with a sum for each. Immutable. */
public final class QueueTree {
    private final List<QueueView> queues;
    private final List<Level> levels;
    private final Thresholds thresholds;
    private final Instant runtimeTime;

    /** What queues are grouped by; the single queues are always the innermost lines. */
    public enum Grouping {
        TENANT("Tenant", List.of(Level.TENANT, Level.CAMPAIGN)),
        CAMPAIGN("Campaign", List.of(Level.CAMPAIGN)),
        DESTINATION("Destination", List.of(Level.DOMAIN)),
        POOL("Pool", List.of(Level.POOL)),
        NONE("No groups", List.of());

        private final String label;
        private final List<Level> levels;

        Grouping(String label, List<Level> levels) {
            this.label = label;
            this.levels = levels;
        }

        public String label() {
            return label;
        }
    }

    /** What lines can be ordered by. */
    public enum Column {
        NAME(Comparator.comparing(QueueRow::label, new NaturalOrder())),
        SEVERITY(Comparator.comparing(QueueRow::severity)),
        QUEUED(Comparator.comparingLong(QueueRow::queued)),
        DUE(Comparator.comparingLong(QueueRow::due)),
        WAITING(Comparator.comparingLong(QueueRow::waiting)),
        READY(Comparator.comparingLong(QueueRow::ready)),
        IN_FLIGHT(Comparator.comparingLong(QueueRow::inFlight)),
        AGE(Comparator.comparing((QueueRow row) -> row.oldest().orElse(Instant.MAX))
                .reversed()),
        NEXT(Comparator.comparing(row -> row.nextAttempt().orElse(Instant.MAX)));

        private final Comparator<QueueRow> comparator;

        Column(Comparator<QueueRow> comparator) {
            this.comparator = comparator;
        }
    }

    private enum Level {
        TENANT(QueueView::tenant),
        CAMPAIGN(QueueView::campaign),
        DOMAIN(QueueView::domain),
        POOL(QueueView::pool);

        private final Function<QueueView, String> name;

        Level(Function<QueueView, String> name) {
            this.name = name;
        }

        QueueScope narrowed(QueueScope scope, String value) {
            Optional<String> one = Optional.of(value);
            return switch (this) {
                case TENANT -> new QueueScope(one, scope.campaign(), scope.domain(), scope.pool());
                case CAMPAIGN -> new QueueScope(scope.tenant(), one, scope.domain(), scope.pool());
                case DOMAIN -> new QueueScope(scope.tenant(), scope.campaign(), one, scope.pool());
                case POOL -> new QueueScope(scope.tenant(), scope.campaign(), scope.domain(), one);
            };
        }
    }

    /**
     * @param runtimeTime what the clock of the runtime shows now
     */
    public QueueTree(List<QueueView> queues, Grouping grouping, Thresholds thresholds, Instant runtimeTime) {
        this.queues = List.copyOf(queues);
        this.levels = grouping.levels;
        this.thresholds = thresholds;
        this.runtimeTime = runtimeTime;
    }

    /**
     * All lines from top to bottom.
     *
     * @param text only queues that have it in name, pool, site or reason
     * @param expanded keys of the groups whose queues are shown; all groups while there is a text
     */
    public List<QueueRow> rows(String text, Column order, boolean descending, Set<String> expanded) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<QueueView> matching =
                queues.stream().filter(queue -> matches(queue, wanted)).toList();
        Comparator<QueueRow> comparator = descending ? order.comparator.reversed() : order.comparator;
        List<QueueRow> rows = new ArrayList<>();
        add(
                matching,
                0,
                QueueScope.ALL,
                "",
                new Wanted(
                        order == Column.NAME ? comparator : comparator.thenComparing(Column.NAME.comparator),
                        expanded,
                        !wanted.isEmpty()),
                rows);
        return rows;
    }

    /** All lines with all groups open, in order of name; the depth says what belongs to what. */
    public List<QueueRow> rows() {
        List<QueueRow> rows = new ArrayList<>();
        add(queues, 0, QueueScope.ALL, "", new Wanted(Column.NAME.comparator, Set.of(), true), rows);
        return rows;
    }

    private record Wanted(Comparator<QueueRow> order, Set<String> expanded, boolean everything) {}

    private void add(
            List<QueueView> some, int depth, QueueScope scope, String above, Wanted wanted, List<QueueRow> rows) {
        if (depth == levels.size()) {
            some.stream()
                    .map(queue -> single(queue, depth))
                    .sorted(wanted.order())
                    .forEach(rows::add);
            return;
        }
        Level level = levels.get(depth);
        Map<String, List<QueueView>> groups =
                some.stream().collect(Collectors.groupingBy(level.name, TreeMap::new, Collectors.toList()));
        Map<String, QueueRow> heads = new TreeMap<>();
        groups.forEach((name, members) -> {
            String key = above + "/" + level + "=" + name;
            heads.put(name, group(key, depth, name, level, level.narrowed(scope, name), members));
        });
        heads.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(wanted.order()))
                .forEach(head -> {
                    QueueRow row = head.getValue();
                    rows.add(row);
                    if (wanted.everything() || wanted.expanded().contains(row.key()))
                        add(
                                groups.getOrDefault(head.getKey(), List.of()),
                                depth + 1,
                                row.scope(),
                                row.key(),
                                wanted,
                                rows);
                });
    }

    private QueueRow single(QueueView queue, int depth) {
        return new QueueRow(
                "queue:" + queue.name(),
                depth,
                depth == 0 ? queue.name() : nameWithin(queue),
                QueueScope.of(queue),
                severityOf(queue),
                1,
                queue.held() ? 1 : 0,
                queue.queued(),
                queue.due(),
                queue.waiting(),
                queue.ready(),
                queue.inFlight(),
                queue.oldest(),
                queue.nextAttempt(),
                queue.pool(),
                queue.site(),
                queue.reason(),
                Optional.of(queue));
    }

    /** What the groups above it do not say already. */
    private String nameWithin(QueueView queue) {
        List<String> parts = new ArrayList<>();
        if (!levels.contains(Level.DOMAIN)) parts.add(queue.domain());
        if (!levels.contains(Level.TENANT)) parts.add(queue.tenant());
        if (!levels.contains(Level.CAMPAIGN) && !queue.campaign().isEmpty()) parts.add(queue.campaign());
        return String.join(" / ", parts);
    }

    private QueueRow group(String key, int depth, String name, Level level, QueueScope scope, List<QueueView> members) {
        int held = (int) members.stream().filter(QueueView::held).count();
        return new QueueRow(
                key,
                depth,
                name.isEmpty() ? "(no " + level.name().toLowerCase(Locale.ROOT) + ")" : name,
                scope,
                members.stream().map(this::severityOf).reduce(Severity.OK, Severity::worse),
                members.size(),
                held,
                sum(members, QueueView::queued),
                sum(members, QueueView::due),
                sum(members, QueueView::waiting),
                sum(members, QueueView::ready),
                sum(members, QueueView::inFlight),
                earliest(members, QueueView::oldest),
                earliest(members, QueueView::nextAttempt),
                common(members, QueueView::pool),
                common(members, QueueView::site),
                common(members, QueueView::reason),
                Optional.empty());
    }

    private Severity severityOf(QueueView queue) {
        Severity byAge = queue.oldest()
                .map(oldest -> thresholds.ofAge(Duration.between(oldest, runtimeTime)))
                .orElse(Severity.OK);
        return queue.held() ? Severity.NOTICE.worse(byAge) : byAge;
    }

    private static boolean matches(QueueView queue, String text) {
        return text.isEmpty()
                || (queue.name() + " " + queue.pool() + " " + queue.site() + " " + queue.reason())
                        .toLowerCase(Locale.ROOT)
                        .contains(text);
    }

    private static long sum(List<QueueView> queues, ToLongFunction<QueueView> number) {
        return queues.stream().mapToLong(number).sum();
    }

    private static Optional<Instant> earliest(List<QueueView> queues, Function<QueueView, Optional<Instant>> time) {
        return queues.stream().flatMap(queue -> time.apply(queue).stream()).min(Instant::compareTo);
    }

    private static String common(List<QueueView> queues, Function<QueueView, String> text) {
        List<String> values = queues.stream().map(text).distinct().limit(2).toList();
        return values.size() == 1 ? values.get(0) : "";
    }
}

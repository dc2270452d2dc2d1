package org.postyard.console.widgets.table;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts rows by values that change all the time without making them jump under the reader's eyes: between two sorts the
 * known rows keep their places and new ones go to the end.
 */
final class CalmOrder<T> {
    private final Duration calm;
    private Optional<Comparator<Node<T>>> wanted = Optional.empty();
    private Map<Object, Integer> ranks = Map.of();
    private long sortedAtMillis;
    private boolean due = true;

    CalmOrder(Duration calm) {
        this.calm = calm;
    }

    void by(Optional<Comparator<Node<T>>> order) {
        wanted = order;
        due = true;
    }

    /** The comparison for an arrangement made now; absent when rows stay as they come. */
    Optional<Comparator<Node<T>>> at(long nowMillis) {
        if (wanted.isEmpty()) return wanted;
        if (due || nowMillis - sortedAtMillis >= calm.toMillis()) {
            due = true;
            return wanted;
        }
        Map<Object, Integer> known = ranks;
        return Optional.of(Comparator.comparingInt(node -> known.getOrDefault(node.key(), Integer.MAX_VALUE)));
    }

    /** Takes note of what {@link #at} led to. */
    void arranged(List<Line<T>> lines, long nowMillis) {
        if (!due || wanted.isEmpty()) return;
        Map<Object, Integer> next = new HashMap<>(lines.size() * 2);
        for (int index = 0; index < lines.size(); index++)
            next.put(lines.get(index).key(), index);
        ranks = next;
        sortedAtMillis = nowMillis;
        due = false;
    }

    /** Sorts by values at the next arrangement. */
    void expire() {
        due = true;
    }
}

package org.postyard.console.model.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An immutable list of rows with unique ids, in the runtime's order. A new version shares every row that did not change
 * with the one before, so {@code ==} tells cheaply what changed.
 */
public final class Rows<T> {
    private final Function<T, String> id;
    private final List<T> list;
    private final Map<String, Integer> positions;

    private Rows(Function<T, String> id, List<T> list, Map<String, Integer> positions) {
        this.id = id;
        this.list = list;
        this.positions = positions;
    }

    public static <T> Rows<T> empty(Function<T, String> id) {
        return new Rows<>(id, List.of(), Map.of());
    }

    public List<T> list() {
        return list;
    }

    public int size() {
        return list.size();
    }

    public Optional<T> find(String wanted) {
        Integer position = positions.get(wanted);
        return position == null ? Optional.empty() : Optional.of(list.get(position));
    }

    /** The same rows replaced by these; equal rows keep their old instance, and nothing new gives this very object. */
    public Rows<T> replacedBy(List<T> rows) {
        List<T> next = new ArrayList<>(rows.size());
        boolean same = rows.size() == list.size();
        boolean samePlaces = same;
        for (int i = 0; i < rows.size(); i++) {
            T row = known(rows.get(i), i);
            next.add(row);
            if (same && row != list.get(i)) same = false;
            if (samePlaces && row != list.get(i) && !id.apply(row).equals(id.apply(list.get(i)))) samePlaces = false;
        }
        if (same) return this;
        List<T> sealed = List.copyOf(next);
        return new Rows<>(id, sealed, samePlaces ? positions : positionsOf(sealed, id));
    }

    /** The same rows with some changed, added at the end, or removed. */
    public Rows<T> changedBy(List<T> changed, List<String> removed) {
        if (changed.isEmpty() && removed.isEmpty()) return this;
        List<T> next = new ArrayList<>(list);
        for (T row : changed) {
            Integer position = positions.get(id.apply(row));
            if (position == null) next.add(row);
            else next.set(position, row);
        }
        if (!removed.isEmpty()) {
            Set<String> gone = new HashSet<>(removed);
            next.removeIf(row -> gone.contains(id.apply(row)));
        }
        return replacedBy(next);
    }

    private T known(T row, int place) {
        T before = place < list.size() ? list.get(place) : null;
        if (before == row) return row;
        if (before == null || !id.apply(before).equals(id.apply(row))) {
            Integer position = positions.get(id.apply(row));
            before = position == null ? null : list.get(position);
        }
        return before != null && before.equals(row) ? before : row;
    }

    private static <T> Map<String, Integer> positionsOf(List<T> rows, Function<T, String> id) {
        Map<String, Integer> positions = new HashMap<>(rows.size() * 2);
        for (int i = 0; i < rows.size(); i++) positions.put(id.apply(rows.get(i)), i);
        return positions;
    }
}

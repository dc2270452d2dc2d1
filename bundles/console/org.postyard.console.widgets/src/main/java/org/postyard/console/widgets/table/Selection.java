package org.postyard.console.widgets.table;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The selected rows by their keys, the row that the keyboard is on, and the one that a range begins at. */
final class Selection {
    private final Set<Object> keys = new LinkedHashSet<>();
    private Optional<Object> lead = Optional.empty();
    private Optional<Object> anchor = Optional.empty();

    Set<Object> keys() {
        return Set.copyOf(keys);
    }

    boolean contains(Object key) {
        return keys.contains(key);
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Optional<Object> lead() {
        return lead;
    }

    Optional<Object> anchor() {
        return anchor;
    }

    void only(Object key) {
        keys.clear();
        keys.add(key);
        lead = Optional.of(key);
        anchor = lead;
    }

    void toggle(Object key) {
        if (!keys.remove(key)) keys.add(key);
        lead = Optional.of(key);
        anchor = lead;
    }

    /** Moves the keyboard without selecting. */
    void lead(Object key) {
        lead = Optional.of(key);
    }

    /** Selects what lies between the anchor and the new lead. */
    void range(List<?> between, Object newLead) {
        keys.clear();
        keys.addAll(between);
        lead = Optional.of(newLead);
    }

    void all(Collection<?> every) {
        keys.clear();
        keys.addAll(every);
    }

    void clear() {
        keys.clear();
        lead = Optional.empty();
        anchor = Optional.empty();
    }

    /** Forgets rows that are gone; returns whether a selected one was among them. */
    <T> boolean retain(Arrangement<T> arrangement) {
        boolean changed = keys.removeIf(key -> arrangement.position(key).isEmpty());
        lead = lead.filter(key -> arrangement.position(key).isPresent());
        anchor = anchor.filter(key -> arrangement.position(key).isPresent());
        return changed;
    }
}

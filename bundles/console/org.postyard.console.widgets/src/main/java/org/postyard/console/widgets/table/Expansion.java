package org.postyard.console.widgets.table;

import java.util.HashMap;
import java.util.Map;

/** Which rows of a tree are open: levels by default, and what somebody opened or closed. */
final class Expansion {
    private final Map<Object, Boolean> chosen = new HashMap<>();
    private int openLevels;

    Expansion(int openLevels) {
        this.openLevels = openLevels;
    }

    boolean expanded(Object key, int depth) {
        return chosen.getOrDefault(key, depth < openLevels);
    }

    void choose(Object key, boolean expanded) {
        chosen.put(key, expanded);
    }

    /** Opens so many levels, 0 for none, and forgets single choices. */
    void open(int levels) {
        chosen.clear();
        openLevels = levels;
    }
}

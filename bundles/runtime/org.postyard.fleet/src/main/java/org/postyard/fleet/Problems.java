package org.postyard.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.postyard.api.fleet.FleetDesk.Problem;

/** Collects what is wrong with one document, so that its author sees all of it at once. Not thread-safe. */
final class Problems {
    private static final int MOST_SHOWN = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(int line, String path, String reason) {
        found.add(new Problem(line, path.isEmpty() ? "document" : path, reason));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the document; after the first hundred only their number. */
    List<Problem> inOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Problem::line));
        if (sorted.size() <= MOST_SHOWN) return List.copyOf(sorted);
        List<Problem> shown = new ArrayList<>(sorted.subList(0, MOST_SHOWN));
        int more = sorted.size() - MOST_SHOWN;
        shown.add(
                new Problem(sorted.get(MOST_SHOWN).line(), "document", "and " + more + " more problems from here on"));
        return List.copyOf(shown);
    }
}

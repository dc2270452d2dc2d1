package org.postyard.fleet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postyard.api.fleet.Fleet;

/** What differs between two fleets by meaning, not by text: one line for each part or setting that is added, removed or changed. */
final class FleetChanges {
    private final FleetParts before;
    private final FleetParts after;
    private final List<String> lines = new ArrayList<>();

    private FleetChanges(Fleet before, Fleet after) {
        this.before = FleetParts.of(before);
        this.after = FleetParts.of(after);
    }

    static List<String> between(Fleet before, Fleet after) {
        FleetChanges changes = new FleetChanges(before, after);
        changes.removed();
        changes.addedOrChanged();
        changes.reordered();
        return List.copyOf(changes.lines);
    }

    private void removed() {
        for (String part : before.parts().keySet()) if (!after.parts().containsKey(part)) lines.add("removed " + part);
    }

    private void addedOrChanged() {
        after.parts().forEach((part, settings) -> {
            Map<String, String> old = before.parts().get(part);
            if (old == null) lines.add("added " + part + ": " + text(settings));
            else changed(part, old, settings);
        });
    }

    private void changed(String part, Map<String, String> old, Map<String, String> settings) {
        Set<String> keys = new LinkedHashSet<>(old.keySet());
        keys.addAll(settings.keySet());
        for (String key : keys) {
            String from = old.getOrDefault(key, "none");
            String to = settings.getOrDefault(key, "none");
            if (!from.equals(to)) lines.add("changed " + part + ": " + key + " " + from + " -> " + to);
        }
    }

    private void reordered() {
        after.orders().forEach((what, names) -> {
            List<String> old = new ArrayList<>(before.orders().getOrDefault(what, List.of()));
            List<String> now = new ArrayList<>(names);
            old.retainAll(names);
            now.retainAll(old);
            if (!old.equals(now))
                lines.add("changed order of " + what + ": " + String.join("; ", old) + " -> " + String.join("; ", now));
        });
    }

    private static String text(Map<String, String> settings) {
        List<String> texts = new ArrayList<>();
        settings.forEach((key, value) -> texts.add(key + " " + value));
        return String.join(", ", texts);
    }
}

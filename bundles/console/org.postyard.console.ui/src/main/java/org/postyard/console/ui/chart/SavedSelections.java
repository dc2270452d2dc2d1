package org.postyard.console.ui.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jface.preference.IPreferenceStore;

/** Selections of curves that somebody gave a name, kept in the preferences. Belongs to the thread of the user interface. */
final class SavedSelections {

    private static final String KEY = "chart.selections";

    private final IPreferenceStore store;

    SavedSelections(IPreferenceStore store) {
        this.store = store;
    }

    /** By their names, in order. */
    Map<String, List<Pick>> all() {
        Map<String, List<Pick>> selections = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : store.getString(KEY).split("\n", 0)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                selections.put(line.substring(0, tab), picks(line.substring(tab + 1)));
            }
        }
        return selections;
    }

    /** Keeps the selection, instead of an older one of the same name. */
    void save(String name, Collection<Pick> picks) {
        Map<String, List<Pick>> selections = all();
        selections.put(name.strip().replaceAll("\\s+", " "), List.copyOf(picks));
        write(selections);
    }

    void delete(String name) {
        Map<String, List<Pick>> selections = all();
        selections.remove(name);
        write(selections);
    }

    private void write(Map<String, List<Pick>> selections) {
        store.setValue(
                KEY,
                selections.entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + text(entry.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    /** Picks in one line. */
    static String text(Collection<Pick> picks) {
        return picks.stream().map(Pick::toText).collect(Collectors.joining(" "));
    }

    static List<Pick> picks(String text) {
        return Arrays.stream(text.split(" ", 0))
                .map(Pick::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}

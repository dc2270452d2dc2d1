package org.postyard.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One block of 'key: value' lines of the document. */
final class Section {
    private final Value place;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Problems problems;

    private Section(Value place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    static Section of(MappingNode mapping, Value place, Problems problems) {
        Section section = new Section(place, problems);
        for (NodeTuple tuple : mapping.getValue()) section.add(tuple);
        return section;
    }

    private void add(NodeTuple tuple) {
        int line = tuple.getKeyNode()
                .getStartMark()
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(line, place.path(), "a key must be a word, not a list or a block");
            return;
        }
        String key = scalar.getValue();
        Value value = place.child(tuple.getValueNode(), key);
        Integer earlier = keyLines.putIfAbsent(key, line);
        if (earlier == null) values.put(key, value);
        else problems.add(line, value.path(), "is given twice, first in line " + earlier);
    }

    void allowOnly(Set<String> known) {
        keyLines.forEach((key, line) -> {
            if (known.contains(key)) return;
            String path = values.get(key) == null ? place.path() : pathOf(key);
            problems.add(line, path, "unknown key '" + key + "'" + hint(key, known));
        });
    }

    private static String hint(String key, Set<String> known) {
        String nearest = NearestWord.hint(key, known);
        return nearest.isEmpty() ? "; known here: " + String.join(", ", known) : nearest;
    }

    private String pathOf(String key) {
        return find(key).map(Value::path).orElse(place.path());
    }

    /** All keys with their values, in the order of the document. */
    Map<String, Value> entries() {
        return values;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    boolean hasAny(Set<String> keys) {
        return keys.stream().anyMatch(values::containsKey);
    }

    Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there; a problem if it is not. */
    Optional<Value> require(String key, String why) {
        if (!has(key)) place.problem("needs '" + key + "': " + why);
        return find(key);
    }

    void problem(String reason) {
        place.problem(reason);
    }

    int line() {
        return place.line();
    }
}

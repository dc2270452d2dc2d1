package org.postyard.fleet;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The ids that the document declares, with their lines: finds doubles and references to what does not exist. */
final class Declared {
    private final Map<Kind, Map<String, Integer>> lines = new EnumMap<>(Kind.class);

    /** What has an id. */
    enum Kind {
        SERVER("server"),
        SOURCE("source"),
        POOL("pool"),
        PROVIDER("provider");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** The id that the value declares; a problem if it is taken. */
    Optional<String> declare(Kind kind, Value value) {
        Optional<String> id = Names.id(value);
        id.ifPresent(text -> declare(kind, text, value));
        return id;
    }

    void declare(Kind kind, String id, Value value) {
        Integer earlier = of(kind).putIfAbsent(id, value.line());
        if (earlier != null)
            value.problem("there is already a " + kind.word + " '" + id + "', in line " + earlier + "; ids are unique");
    }

    /** Whether it was this value that declared the id, and not one before it. */
    boolean isFirst(Kind kind, String id, Value value) {
        return of(kind).getOrDefault(id, 0) == value.line();
    }

    /** The id that the value refers to; a problem if nothing has it. */
    Optional<String> refer(Kind kind, Value value) {
        return value.text().map(id -> {
            if (!of(kind).containsKey(id))
                value.problem("there is no " + kind.word + " '" + id + "'" + suggestion(kind, id));
            return id;
        });
    }

    private String suggestion(Kind kind, String id) {
        String hint = NearestWord.hint(id, of(kind).keySet());
        if (!hint.isEmpty() || of(kind).isEmpty() || of(kind).size() > 20) return hint;
        return "; there is " + String.join(", ", of(kind).keySet());
    }

    Map<String, Integer> of(Kind kind) {
        return lines.computeIfAbsent(kind, any -> new LinkedHashMap<>());
    }
}

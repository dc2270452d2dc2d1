package org.postyard.control.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the headers of an OSGi manifest: clauses by commas, each with names, attributes and directives. */
final class HeaderClauses {
    private HeaderClauses() {}

    /** One clause, for example {@code a.b;a.c;version="[1,2)";resolution:=optional}. */
    record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {
        String name() {
            return names.get(0);
        }

        /** An attribute whatever its type, which is written behind a colon. */
        Optional<String> attribute(String name) {
            return attributes.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().equals(name) || entry.getKey().startsWith(name + ":"))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }

    static List<Clause> of(@Nullable String header) {
        if (header == null || header.isBlank()) return List.of();
        return split(header, ',').stream()
                .map(HeaderClauses::clause)
                .filter(clause -> !clause.names().isEmpty())
                .toList();
    }

    private static Clause clause(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, String> directives = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = unquoted(part, '=');
            if (equals < 0) names.add(part.strip());
            else if (part.charAt(equals - 1) == ':')
                directives.put(part.substring(0, equals - 1).strip(), value(part.substring(equals + 1)));
            else attributes.put(part.substring(0, equals).strip(), value(part.substring(equals + 1)));
        }
        return new Clause(List.copyOf(names), attributes, directives);
    }

    private static String value(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1).replace("\\\"", "\"") : stripped;
    }

    private static int unquoted(String text, char wanted) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') quoted = !quoted;
            else if (!quoted && character == wanted && i > 0) return i;
        }
        return -1;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"') quoted = !quoted;
            if (quoted || character != separator) continue;
            parts.add(text.substring(start, i));
            start = i + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }
}

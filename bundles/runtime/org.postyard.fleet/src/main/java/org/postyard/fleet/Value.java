package org.postyard.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One value of the document, which knows where it stands: what is wrong with it is noted with line and path. */
final class Value {
    private final Node node;
    private final String path;
    private final Problems problems;

    Value(Node node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    String path() {
        return path;
    }

    void problem(String reason) {
        problems.add(line(), path, reason);
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    /** A mapping with these keys and no others. */
    Optional<Section> section(Set<String> known) {
        Optional<Section> section = anySection();
        section.ifPresent(found -> found.allowOnly(known));
        return section;
    }

    /** A mapping with keys of the author's choice. */
    Optional<Section> anySection() {
        if (node instanceof MappingNode mapping) return Optional.of(Section.of(mapping, this, problems));
        problem(isNothing() ? "has no value" : "must be a block of 'key: value' lines");
        return Optional.empty();
    }

    /** The items of a list; none, and a problem, if it is no list or an empty one. */
    List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            problem(isNothing() ? "has no value" : "must be a list, each item after '- '");
            return List.of();
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) items.add(new Value(item, path + "[" + items.size() + "]", problems));
        if (items.isEmpty()) problem("is an empty list; leave it out or give it an item");
        return items;
    }

    /** The text of a scalar, whatever YAML makes of its type. */
    Optional<String> text() {
        if (!(node instanceof ScalarNode scalar)) {
            problem("must be one value, not a " + (isList() ? "list" : "block"));
            return Optional.empty();
        }
        if (isNothing() || scalar.getValue().isBlank()) {
            problem("has no value");
            return Optional.empty();
        }
        if (scalar.getValue().chars().anyMatch(Character::isISOControl)) {
            problem("has a line break or another control character in it");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /** The text if it is a scalar; notes no problem if it is not. */
    Optional<String> peek() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    Value child(Node child, String key) {
        boolean plain = key.matches("[A-Za-z][A-Za-z0-9]*");
        String step = plain ? (path.isEmpty() ? key : "." + key) : "['" + key + "']";
        return new Value(child, path + step, problems);
    }

    private boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getTag().equals(Tag.NULL);
    }
}

package org.postyard.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a fleet document in which one limit can be changed; all other characters stay. Knows block style (one key a
 * line) and flow style ({@code {key: value}}).
 */
final class LimitText {
    private final String text;
    private final Optional<MappingNode> root;

    LimitText(String text) {
        this.text = text;
        this.root = new Compose(LoadSettings.builder().build())
                .composeString(text)
                .filter(MappingNode.class::isInstance)
                .map(MappingNode.class::cast);
    }

    /** The text with another maxConnections of a server; empty if that server is not found in it. */
    Optional<String> ofServer(String id, Optional<String> value) {
        return items("servers").stream()
                .filter(server -> id.equals(scalar(server, "id").orElse("")))
                .findFirst()
                .map(server -> changed(server, "maxConnections", value));
    }

    /** The text with another limit for exactly these conditions. */
    Optional<String> ofRule(Map<String, String> conditions, String key, Optional<String> value) {
        Optional<MappingNode> rule = items("limits").stream()
                .filter(item -> conditionsOf(item).equals(conditions))
                .findFirst();
        if (rule.isEmpty()) return value.isEmpty() ? Optional.of(text) : added(conditions, key, value.get());
        boolean last = value.isEmpty()
                && rule.get().getValue().stream()
                                .map(LimitText::keyOf)
                                .filter(Limits.LIMIT_KEYS::contains)
                                .count()
                        == 1
                && find(rule.get(), key).isPresent();
        return last ? withoutRule(rule.get()) : Optional.of(changed(rule.get(), key, value));
    }

    private List<MappingNode> items(String key) {
        List<MappingNode> items = new ArrayList<>();
        if (root.flatMap(document -> find(document, key))
                        .map(NodeTuple::getValueNode)
                        .orElse(null)
                instanceof SequenceNode list)
            for (Node item : list.getValue()) if (item instanceof MappingNode mapping) items.add(mapping);
        return items;
    }

    private static Optional<NodeTuple> find(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .filter(tuple -> keyOf(tuple).equals(key))
                .findFirst();
    }

    private static String keyOf(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static Optional<String> scalar(MappingNode mapping, String key) {
        return find(mapping, key)
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue());
    }

    private static Map<String, String> conditionsOf(MappingNode rule) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String key : List.of("source", "server", "pool", "provider", "domain"))
            scalar(rule, key).ifPresent(value -> conditions.put(key, value));
        return conditions;
    }

    private String changed(MappingNode mapping, String key, Optional<String> value) {
        Optional<NodeTuple> present = find(mapping, key);
        if (present.isEmpty())
            return value.map(given -> inserted(mapping, key, given)).orElse(text);
        if (value.isEmpty()) return withoutKey(mapping, present.get());
        Node old = present.get().getValueNode();
        return text.substring(0, start(old)) + value.get() + text.substring(end(old));
    }

    /** A new key before the first one; in block style behind the first one, where people look for it. */
    private String inserted(MappingNode mapping, String key, String value) {
        NodeTuple first = mapping.getValue().get(0);
        int place = start(first.getKeyNode());
        if (mapping.getFlowStyle() == FlowStyle.FLOW)
            return text.substring(0, place) + key + ": " + value + ", " + text.substring(place);
        return text.substring(0, place) + key + ": " + value + "\n" + " ".repeat(column(first.getKeyNode()))
                + text.substring(place);
    }

    private String withoutKey(MappingNode mapping, NodeTuple tuple) {
        List<NodeTuple> all = mapping.getValue();
        int index = all.indexOf(tuple);
        if (index + 1 < all.size())
            return text.substring(0, start(tuple.getKeyNode()))
                    + text.substring(start(all.get(index + 1).getKeyNode()));
        return text.substring(0, end(all.get(index - 1).getValueNode())) + text.substring(end(tuple.getValueNode()));
    }

    private Optional<String> added(Map<String, String> conditions, String key, String value) {
        if (root.isEmpty()) return Optional.empty();
        Map<String, String> rule = new LinkedHashMap<>(conditions);
        rule.put(key, value);
        Optional<Node> limits = find(root.get(), "limits").map(NodeTuple::getValueNode);
        if (limits.isEmpty()) return newList(rule);
        if (!(limits.get() instanceof SequenceNode list)) return Optional.empty();
        int place = start(list);
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            String more = list.getValue().isEmpty() ? "" : ", ";
            return Optional.of(
                    text.substring(0, place + 1) + "{" + joined(rule, ", ") + "}" + more + text.substring(place + 1));
        }
        String indent = " ".repeat(column(list));
        return Optional.of(text.substring(0, place) + "- " + joined(rule, "\n" + indent + "  ") + "\n" + indent
                + text.substring(place));
    }

    private Optional<String> newList(Map<String, String> rule) {
        if (root.isPresent() && root.get().getFlowStyle() == FlowStyle.FLOW) {
            int place = start(root.get().getValue().get(0).getKeyNode());
            return Optional.of(
                    text.substring(0, place) + "limits: [{" + joined(rule, ", ") + "}], " + text.substring(place));
        }
        String end = text.endsWith("\n") ? "" : "\n";
        return Optional.of(text + end + "limits:\n  - " + joined(rule, "\n    ") + "\n");
    }

    private static String joined(Map<String, String> rule, String separator) {
        return rule.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(separator));
    }

    /** A pattern such as {@code *.example.com} would be an alias without its quotes. */
    private static String quoted(String value) {
        return value.startsWith("*") ? "'" + value.replace("'", "''") + "'" : value;
    }

    /** Without a rule whose last limit is taken away; the whole list if it was the only rule. */
    private Optional<String> withoutRule(MappingNode rule) {
        Optional<NodeTuple> tuple = root.flatMap(document -> find(document, "limits"));
        if (tuple.isEmpty() || !(tuple.get().getValueNode() instanceof SequenceNode list)) return Optional.empty();
        List<Node> all = list.getValue();
        int index = all.indexOf(rule);
        if (all.size() == 1) return root.map(document -> withoutKey(document, tuple.get()));
        if (index + 1 < all.size())
            return Optional.of(text.substring(0, start(rule)) + text.substring(start(all.get(index + 1))));
        return Optional.of(text.substring(0, trimmed(start(list), end(all.get(index - 1))))
                + text.substring(trimmed(start(rule), end(rule))));
    }

    /** The end of a block reaches to the next token; what is between are line ends and blanks. */
    private int trimmed(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) last--;
        return last;
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElseThrow();
    }

    private int start(Node node) {
        return place(node.getStartMark().orElseThrow());
    }

    private int end(Node node) {
        return place(node.getEndMark().orElseThrow());
    }

    /** Marks count characters as people do, Java strings count surrogates. */
    private int place(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}

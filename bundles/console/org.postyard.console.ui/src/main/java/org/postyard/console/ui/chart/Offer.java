package org.postyard.console.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postyard.console.model.history.Subject;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.NaturalOrder;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.ServerView;
import org.postyard.protocol.SourceView;

/**
 * The things whose numbers can be picked: the runtime, its servers and their sources, in the order that people expect.
 *
 * @param ids of all of them; equal as long as none came or went
 */
record Offer(List<String> ids, Rows<Subject> rows) {

    static final Offer NOTHING = new Offer(List.of(), Rows.none());

    /** What the runtime has; the one before if that is the same. With many sources it takes too long for the user interface. */
    static Offer of(Optional<RuntimeSnapshot> snapshot, Offer before) {
        List<String> ids = snapshot.map(Offer::ids).orElse(List.of());
        return ids.equals(before.ids())
                ? before
                : new Offer(ids, snapshot.map(Offer::rows).orElse(Rows.none()));
    }

    private static List<String> ids(RuntimeSnapshot snapshot) {
        List<String> ids = new ArrayList<>();
        ids.add("");
        snapshot.servers().list().forEach(server -> ids.add(server.id()));
        snapshot.sources().list().forEach(source -> ids.add(source.id()));
        return ids;
    }

    private static Rows<Subject> rows(RuntimeSnapshot snapshot) {
        Map<String, List<Node<Subject>>> sources = snapshot.sources().list().stream()
                .sorted((one, other) -> new NaturalOrder().compare(one.id(), other.id()))
                .collect(Collectors.groupingBy(
                        SourceView::server,
                        Collectors.mapping(
                                source -> node(Subject.ofSource(source.id()), List.of()), Collectors.toList())));
        List<Node<Subject>> roots = new ArrayList<>();
        roots.add(node(Subject.RUNTIME, List.of()));
        snapshot.servers().list().stream()
                .map(ServerView::id)
                .sorted(new NaturalOrder())
                .map(id -> node(Subject.ofServer(id), sources.getOrDefault(id, List.of())))
                .forEach(roots::add);
        return new Rows<>(roots);
    }

    private static Node<Subject> node(Subject subject, List<Node<Subject>> below) {
        return new Node<>(subject, subject, below);
    }
}

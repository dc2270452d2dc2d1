package org.postyard.console.ui.fleet;

import java.util.List;
import java.util.Optional;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.FleetRow;
import org.postyard.console.model.view.FleetTree;
import org.postyard.console.model.view.Severity;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;

/** What the Fleet view shows of one snapshot, made off the thread of the user interface. */
record FleetPicture(Optional<RuntimeSnapshot> snapshot, Optional<FleetTree> tree, Rows<FleetRow> rows, String summary) {

    static final FleetPicture NOTHING = new FleetPicture(Optional.empty(), Optional.empty(), Rows.none(), "");

    static FleetPicture of(RuntimeSnapshot snapshot, FleetTree tree) {
        Rows<FleetRow> rows =
                new Rows<>(tree.sites().stream().map(site -> node(site, tree)).toList());
        return new FleetPicture(Optional.of(snapshot), Optional.of(tree), rows, summary(snapshot, tree));
    }

    boolean shows(String runtime) {
        return snapshot.filter(one -> one.runtime().equals(runtime)).isPresent();
    }

    private static Node<FleetRow> node(FleetRow row, FleetTree tree) {
        List<Node<FleetRow>> children =
                tree.childrenOf(row).stream().map(child -> node(child, tree)).toList();
        return new Node<>(row.key(), row, children);
    }

    private static String summary(RuntimeSnapshot snapshot, FleetTree tree) {
        if (!snapshot.known()) {
            return RuntimeWords.words(snapshot.link());
        }
        long notWell = tree.servers().stream()
                .filter(row -> row.severity().compareTo(Severity.NOTICE) >= 0)
                .count();
        String servers = snapshot.servers().size() + (snapshot.servers().size() == 1 ? " server, " : " servers, ");
        String sources = snapshot.sources().size() + (snapshot.sources().size() == 1 ? " source" : " sources");
        return servers + sources + (notWell == 0 ? "" : "; " + notWell + " to look at");
    }
}

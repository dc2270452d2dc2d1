package org.postyard.console.ui.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.QueueRow;
import org.postyard.console.model.view.QueueTree;
import org.postyard.console.model.view.Thresholds;
import org.postyard.console.widgets.table.Node;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.QueueView;

/** What the Queues view shows, made off the thread of the user interface. */
record QueuePicture(Rows<QueueRow> rows, String summary) {

    /**
     * @param runtimeTime what the clock of the runtime shows now
     */
    static QueuePicture of(List<QueueView> queues, QueueTree.Grouping grouping, Figures figures, Instant runtimeTime) {
        List<QueueRow> rows = new QueueTree(queues, grouping, Thresholds.USUAL, runtimeTime).rows();
        return new QueuePicture(forest(rows), summary(queues, figures));
    }

    private static Rows<QueueRow> forest(List<QueueRow> rows) {
        List<Node<QueueRow>> roots = new ArrayList<>();
        int at = 0;
        while (at < rows.size()) {
            int end = endOf(rows, at);
            roots.add(node(rows.subList(at, end)));
            at = end;
        }
        return new Rows<>(roots);
    }

    /** The first of the rows with all others below it. */
    private static Node<QueueRow> node(List<QueueRow> rows) {
        QueueRow head = rows.get(0);
        return new Node<>(head.key(), head, forest(rows.subList(1, rows.size())).roots());
    }

    private static int endOf(List<QueueRow> rows, int from) {
        int at = from + 1;
        while (at < rows.size() && rows.get(at).depth() > rows.get(from).depth()) {
            at++;
        }
        return at;
    }

    private static String summary(List<QueueView> queues, Figures figures) {
        if (queues.isEmpty()) {
            return "";
        }
        long recipients = queues.stream().mapToLong(QueueView::queued).sum();
        long held = queues.stream().filter(QueueView::held).count();
        String text = figures.count(queues.size()) + (queues.size() == 1 ? " queue, " : " queues, ")
                + figures.count(recipients) + " queued";
        return held == 0 ? text : text + ", " + held + " held";
    }
}

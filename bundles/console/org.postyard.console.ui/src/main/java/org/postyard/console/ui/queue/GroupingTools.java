package org.postyard.console.ui.queue;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.postyard.console.model.view.QueueTree;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.PageHeader;

/** The buttons that say by what queues are grouped, one of which is chosen. */
final class GroupingTools {

    private final Map<QueueTree.Grouping, ActionButton> buttons = new EnumMap<>(QueueTree.Grouping.class);

    GroupingTools(PageHeader header, Consumer<QueueTree.Grouping> chosen) {
        for (QueueTree.Grouping one : QueueTree.Grouping.values()) {
            buttons.put(one, header.action(icon(one), tip(one), () -> chosen.accept(one)));
        }
    }

    void choose(QueueTree.Grouping wanted) {
        buttons.forEach((one, button) -> button.chosen(one == wanted));
    }

    private static Icon icon(QueueTree.Grouping grouping) {
        return switch (grouping) {
            case TENANT -> Icon.TENANT;
            case CAMPAIGN -> Icon.CAMPAIGN;
            case DESTINATION -> Icon.PROVIDER;
            case POOL -> Icon.POOL;
            case NONE -> Icon.QUEUE;
        };
    }

    private static String tip(QueueTree.Grouping grouping) {
        return switch (grouping) {
            case TENANT -> "Group by tenant and campaign";
            case CAMPAIGN -> "Group by campaign";
            case DESTINATION -> "Group by destination";
            case POOL -> "Group by pool";
            case NONE -> "Single queues, without groups";
        };
    }
}

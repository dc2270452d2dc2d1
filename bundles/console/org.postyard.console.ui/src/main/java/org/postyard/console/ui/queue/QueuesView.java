package org.postyard.console.ui.queue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.action.Action;
import org.postyard.console.model.action.QueueActions;
import org.postyard.console.model.call.QueueScope;
import org.postyard.console.model.connection.Outcome;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.QueueRow;
import org.postyard.console.model.view.QueueTree;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.action.ActionDesk;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Revealing;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.page.Banner;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.page.ProgressLine;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.protocol.QueueView;

/** Queues by tenant, campaign, destination or pool; here they are held, released, rerouted, expedited and deleted. */
public final class QueuesView extends ConsoleView implements Revealing {

    /** Narrower than elsewhere, because there are many tools beside it. */
    private static final int FILTER_WIDTH = 152;

    private record Tool(ActionButton button, MenuItem item, BiFunction<QueueActions, QueueScope, Action> action) {}

    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final QueueReader reader = new QueueReader(this::answered);
    private final List<Tool> tools = new ArrayList<>();
    private volatile QueueTree.Grouping grouping = QueueTree.Grouping.TENANT;
    private volatile List<QueueView> queues = List.of();
    /** When the queues were read last, which is only done while they are seen. */
    private volatile Instant readAt = Instant.MAX;

    private Optional<QueueScope> revealing = Optional.empty();
    private String shownRuntime = "";
    private String answeredBy = "";
    private String shownEmpty = "?";
    private PageHeader header;
    private GroupingTools groupings;
    private Banner banner;
    private ActionDesk actions;
    private Grid<QueueRow> grid;
    private QueueMessages messages;
    private MenuItem releaseAll;

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Queues");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        banner = new Banner(page);
        ProgressLine progress = new ProgressLine(page);
        actions = new ActionDesk(console(), banner, progress);
        SashForm sash = new SashForm(page, SWT.VERTICAL);
        sash.setSashWidth(4);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        inNextTurn(() -> createGrid(sash));
        inNextTurn(() -> {
            messages = new QueueMessages(sash, getSite().getWorkbenchWindow(), console(), figures);
            sash.setWeights(66, 34);
        });
        whenMade(() -> console().current().watch(grid, this::tick));
    }

    private void createGrid(Composite parent) {
        grid = new Grid<>(parent, new QueueColumns(figures, this::runtimeTime).all());
        groupings = new GroupingTools(header, this::group);
        groupings.choose(grouping);
        Text filter = header.filterBox("Filter queues", this::filter);
        filter.setToolTipText("By name, pool, site or reason");
        filter.setLayoutData(new RowData(FILTER_WIDTH, SWT.DEFAULT));
        Menu menu = new Menu(grid);
        tool(
                menu,
                Icon.HOLD,
                "Hold",
                "No attempts until released, also for mail that arrives later",
                QueueActions::hold);
        tool(menu, Icon.RELEASE, "Release", "End a hold", QueueActions::release);
        tool(menu, Icon.EXPEDITE, "Expedite", "Try now what waits for a later attempt", QueueActions::expedite);
        tool(menu, Icon.REROUTE, "Reroute", "Send what is queued now through another pool", QueueActions::reroute);
        tool(menu, Icon.DELETE, "Delete", "Never send what is queued now", QueueActions::delete);
        releaseAll = new MenuItem(menu, SWT.PUSH);
        releaseAll.setText("Release all queues");
        releaseAll.addListener(SWT.Selection, event -> releaseAll());
        GridHabits.give(grid, "queue", console().settings(), menu);
        grid.whenNothingMatches(EmptyState.of("Nothing matches", "Change the filter, or clear it to see all queues."));
        grid.onSelect(selected -> selected());
        enable();
    }

    private void tool(
            Menu menu, Icon icon, String text, String tip, BiFunction<QueueActions, QueueScope, Action> make) {
        ActionButton button = header.action(icon, text, tip, () -> perform(make));
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> perform(make));
        tools.add(new Tool(button, item, make));
    }

    private void group(QueueTree.Grouping wanted) {
        grouping = wanted;
        groupings.choose(wanted);
        console()
                .current()
                .runtime()
                .filter(runtime -> runtime.name().equals(answeredBy))
                .ifPresent(this::prepare);
    }

    private void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        grid.filter(
                wanted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(row -> (row.label() + " " + row.pool() + " " + row.site() + " " + row.reason())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)));
    }

    /** Ten times a second at most: what is stale, and whether it is time to ask again. */
    private void tick(Optional<RuntimeSnapshot> snapshot) {
        grid.staleSince(snapshot.flatMap(RuntimeSnapshot::staleSince)
                .map(since -> readAt.isBefore(since) ? readAt : since)
                .map(figures::time));
        String runtime = snapshot.map(RuntimeSnapshot::runtime).orElse("");
        if (!runtime.equals(shownRuntime)) {
            shownRuntime = runtime;
            answeredBy = "";
            readAt = Instant.MAX;
            show(new QueuePicture(Rows.none(), ""));
        }
        showEmpty(snapshot);
        console().current().runtime().ifPresent(reader::tick);
        messages.tick();
        enable();
    }

    private void answered(LiveRuntime runtime, Outcome<List<QueueView>> outcome) {
        if (outcome.value().isPresent()) {
            queues = outcome.value().get();
            readAt = Instant.now();
            prepare(runtime);
        } else {
            uiThread().show(grid, () -> banner.show(Notice.error("The queues could not be read.", outcome.reason())));
        }
    }

    /** Makes the picture on the calling thread, which is none of the user interface while answers come, and shows it. */
    private void prepare(LiveRuntime runtime) {
        Instant now = runtime.snapshot().runtimeTime(Instant.now());
        QueuePicture picture = QueuePicture.of(queues, grouping, figures, now);
        uiThread().show(grid, () -> {
            if (runtime.name().equals(shownRuntime)) {
                answeredBy = shownRuntime;
                show(picture);
            }
        });
    }

    private void show(QueuePicture picture) {
        header.subtitle(picture.summary());
        grid.setRows(picture.rows());
        selectRevealed();
        enable();
    }

    /** What stands in an empty table: nothing is queued only if the runtime has said so. */
    private void showEmpty(Optional<RuntimeSnapshot> snapshot) {
        String silent = snapshot.filter(some -> !answeredBy.equals(some.runtime()))
                .map(some -> some.link().live()
                        ? "Its queues are on their way."
                        : some.link().reason())
                .orElse("");
        String state = shownRuntime + " " + silent;
        if (state.equals(shownEmpty)) {
            return;
        }
        shownEmpty = state;
        if (snapshot.isEmpty()) {
            grid.whenEmpty(EmptyState.of("No connection is open", "Connect to a runtime to see what is queued there.")
                    .with(Icon.QUEUE)
                    .linked("Connect to a runtime", () -> new Commands(getSite().getWorkbenchWindow())
                            .run(Commands.CONNECT)));
        } else if (!silent.isEmpty()) {
            grid.whenEmpty(EmptyState.of("The queues of " + shownRuntime + " are not known yet", silent)
                    .with(Icon.QUEUE));
        } else {
            grid.whenEmpty(EmptyState.of(
                            "Nothing is queued",
                            "Mail that is accepted and not yet delivered stands here, by tenant, campaign and domain.")
                    .with(Icon.QUEUE));
        }
    }

    private Instant runtimeTime() {
        Instant now = Instant.now();
        return console().current().snapshot().map(some -> some.runtimeTime(now)).orElse(now);
    }

    private void selected() {
        enable();
        List<QueueRow> selection = grid.selection();
        messages.show(selection.size() == 1 ? Optional.of(selection.get(0).scope()) : Optional.empty());
    }

    private void enable() {
        List<QueueRow> selection = grid.selection();
        for (Tool tool : tools) {
            Optional<String> whyNot =
                    selection.isEmpty() ? Optional.of("Select queues first.") : whyNot(tool, selection.get(0));
            tool.button().unless(whyNot);
            tool.item().setEnabled(whyNot.isEmpty());
        }
        releaseAll.setEnabled(releasingAll()
                .filter(action -> actions.whyNot(action).isEmpty())
                .isPresent());
    }

    private Optional<Action> releasingAll() {
        return console().current().runtime().map(runtime -> new QueueActions(runtime.client()).releaseAll());
    }

    private void releaseAll() {
        releasingAll().ifPresent(action -> {
            actions.perform(List.of(action));
            reader.again();
        });
    }

    private Optional<String> whyNot(Tool tool, QueueRow row) {
        return console()
                .current()
                .runtime()
                .map(runtime -> actions.whyNot(tool.action().apply(new QueueActions(runtime.client()), row.scope())))
                .orElse(Optional.of("No connection is open."));
    }

    private void perform(BiFunction<QueueActions, QueueScope, Action> make) {
        Optional<LiveRuntime> runtime = console().current().runtime();
        List<QueueRow> selection = grid.selection();
        if (runtime.isEmpty() || selection.isEmpty()) {
            return;
        }
        QueueActions all = new QueueActions(runtime.get().client());
        actions.perform(
                selection.stream().map(row -> make.apply(all, row.scope())).toList());
        reader.again();
    }

    @Override
    public void reveal(Target target) {
        if (target instanceof Target.ToQueues wanted) {
            revealing = Optional.of(wanted.scope());
            header.filterBox().ifPresent(box -> box.setText(""));
            group(QueueTree.Grouping.NONE);
            grid.setFocus();
        }
    }

    /** Selects what this view was led to, as soon as it is in the table; the queues that were read may be newer than that. */
    private void selectRevealed() {
        List<String> keys = revealing.stream()
                .flatMap(scope -> queues.stream().filter(scope::matches))
                .map(queue -> "queue:" + queue.name())
                .toList();
        if (!keys.isEmpty()) {
            grid.select(keys);
            if (!grid.selection().isEmpty()) {
                revealing = Optional.empty();
            }
        }
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}

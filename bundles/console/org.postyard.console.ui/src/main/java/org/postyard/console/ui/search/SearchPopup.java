package org.postyard.console.ui.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWindow;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.search.Command;
import org.postyard.console.model.search.Found;
import org.postyard.console.model.search.QuickSearch;
import org.postyard.console.model.view.Target;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.navigation.Navigator;
import org.postyard.console.ui.part.Console;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.IconImage;
import org.postyard.console.widgets.table.Alignment;
import org.postyard.console.widgets.table.Cell;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One field over the window that finds servers, sources, queues, pools, messages and commands; arrows choose, Enter goes there. */
final class SearchPopup {

    private static final Logger LOG = LoggerFactory.getLogger(SearchPopup.class);
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int MOST_RESULTS = 50;
    private static final int ICON_SIZE = 16;

    private record Line(int number, Found found) {}

    private final IWorkbenchWindow window;
    private final Console console;
    private final List<Command> commands;
    private final Shell shell;
    private final Theme theme;
    private final Text text;
    private final Grid<Line> grid;

    SearchPopup(IWorkbenchWindow window, List<Command> commands) {
        this.window = window;
        this.console = window.getService(Console.class);
        this.commands = commands;
        this.shell = new Shell(window.getShell(), SWT.TOOL | SWT.NO_TRIM);
        this.theme = Theme.of(shell);
        GridLayoutFactory.fillDefaults().margins(1, 1).spacing(0, 0).applyTo(shell);
        this.text = field();
        this.grid = new Grid<>(shell, columns());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        grid.whenEmpty(EmptyState.of("Nothing is found", "Try a part of a name, a message id or a mail address.")
                .with(Icon.SEARCH));
        grid.onOpen(line -> go(line.found()));
        shell.setBackground(theme.color(theme.palette().accent()));
        closeOnPressOutside();
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                close();
            }
        });
    }

    /** A press elsewhere closes; losing the focus does not, as window systems take it away for a moment while a window opens. */
    private void closeOnPressOutside() {
        Listener outside = event -> {
            if (event.widget instanceof Control control && control.getShell() != shell) {
                close();
            }
        };
        Display display = shell.getDisplay();
        display.addFilter(SWT.MouseDown, outside);
        shell.addDisposeListener(event -> display.removeFilter(SWT.MouseDown, outside));
    }

    private Text field() {
        Text field = new Text(shell, SWT.SEARCH | SWT.ICON_SEARCH);
        field.setMessage("Server, source, queue, pool, message id, address or command");
        field.setFont(theme.font(TextStyle.SECTION));
        field.setBackground(theme.color(theme.palette().surface()));
        field.setForeground(theme.color(theme.palette().text()));
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 36).applyTo(field);
        field.addListener(SWT.Modify, event -> find());
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.DefaultSelection, event -> goToSelected());
        return field;
    }

    private List<Column<Line>> columns() {
        return List.of(
                Column.<Line>of(
                        "title",
                        "Name",
                        292,
                        Alignment.LEFT,
                        line -> line.found().title(),
                        SearchPopup::paintTitle),
                Column.<Line>of(
                        "kind",
                        "What",
                        84,
                        Alignment.LEFT,
                        line -> line.found().kind().word(),
                        (cell, line) -> cell.mutedText(line.found().kind().word(), Alignment.LEFT)),
                Column.<Line>of(
                        "detail",
                        "Details",
                        244,
                        Alignment.LEFT,
                        line -> line.found().detail(),
                        (cell, line) -> cell.mutedText(line.found().detail(), Alignment.LEFT)),
                Column.<Line>of(
                        "runtime",
                        "Runtime",
                        96,
                        Alignment.LEFT,
                        line -> line.found().runtime(),
                        (cell, line) -> cell.mutedText(line.found().runtime(), Alignment.LEFT)));
    }

    private static void paintTitle(Cell cell, Line line) {
        Rectangle area = cell.area();
        int top = area.y + (area.height - ICON_SIZE) / 2;
        Icon icon = icon(line.found().kind());
        Image drawn = IconImage.of(cell.theme(), icon, ICON_SIZE, cell.palette().muted());
        cell.gc().drawImage(drawn, area.x, top);
        TextMeasure measure = cell.theme().measure(TextStyle.BODY);
        int left = area.x + ICON_SIZE + 8;
        String fitting = measure.shorten(line.found().title(), area.x + area.width - left);
        cell.gc().setFont(cell.theme().font(TextStyle.BODY));
        cell.gc().setForeground(cell.theme().color(cell.palette().text()));
        cell.gc().drawString(fitting, left, area.y + (area.height - measure.height()) / 2, true);
    }

    private static Icon icon(Found.Kind kind) {
        return switch (kind) {
            case SERVER -> Icon.SERVER;
            case SOURCE -> Icon.SOURCE;
            case QUEUE -> Icon.QUEUE;
            case POOL -> Icon.POOL;
            case COMMAND -> Icon.PLAY;
            case MESSAGE -> Icon.MESSAGE;
        };
    }

    void open() {
        Rectangle area = window.getShell().getBounds();
        int width = Math.min(WIDTH, area.width - 32);
        shell.setBounds(area.x + (area.width - width) / 2, area.y + 80, width, Math.min(HEIGHT, area.height - 120));
        shell.open();
        text.setFocus();
        find();
    }

    /** Searches beside the thread of the user interface; an answer that is overtaken by typing is dropped. */
    private void find() {
        String wanted = text.getText();
        CompletableFuture.supplyAsync(() -> search().find(wanted, MOST_RESULTS))
                .whenComplete((found, failure) -> console.uiThread().show(grid, () -> {
                    if (failure != null) {
                        LOG.error("The quick search for '{}' has failed", wanted, failure);
                    } else if (text.getText().equals(wanted)) {
                        show(found);
                    }
                }));
    }

    /** Over what is known of all runtimes now. */
    private QuickSearch search() {
        return new QuickSearch(
                commands,
                console.connections().runtimes().all().stream()
                        .map(LiveRuntime::snapshot)
                        .toList());
    }

    private void show(List<Found> found) {
        List<Line> lines = new java.util.ArrayList<>();
        for (Found one : found) {
            lines.add(new Line(lines.size(), one));
        }
        grid.setRows(Rows.flat(lines, Line::number));
        grid.select(lines.isEmpty() ? List.of() : List.of(0));
    }

    private void key(Event event) {
        int step =
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN -> 1;
                    case SWT.ARROW_UP -> -1;
                    case SWT.PAGE_DOWN -> 10;
                    case SWT.PAGE_UP -> -10;
                    default -> 0;
                };
        if (event.keyCode == SWT.ESC) {
            close();
        } else if (step != 0 && grid.lineCount() > 0) {
            event.doit = false;
            int from = selected().map(Line::number).orElse(-1);
            grid.select(List.of(Math.max(0, Math.min(grid.lineCount() - 1, from + step))));
        }
    }

    private Optional<Line> selected() {
        return grid.selection().stream().findFirst();
    }

    private void goToSelected() {
        selected().ifPresent(line -> go(line.found()));
    }

    private void go(Found found) {
        close();
        if (!found.runtime().isEmpty()) {
            console.current().choose(found.runtime());
        }
        if (found.target() instanceof Target.ToCommand command) {
            new Commands(window).run(command.id());
        } else {
            new Navigator(window).go(found.target());
        }
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }
}

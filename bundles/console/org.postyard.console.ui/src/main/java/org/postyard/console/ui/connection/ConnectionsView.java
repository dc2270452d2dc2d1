package org.postyard.console.ui.connection;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.RuntimeSnapshot;
import org.postyard.console.ui.dialog.Question;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;

/** All connections with their states: opened, closed, changed and forgotten here. */
public final class ConnectionsView extends ConsoleView {

    private static final int LOOK_MILLIS = 500;

    private record Row(SavedConnection connection, Optional<RuntimeSnapshot> snapshot) {

        Severity severity() {
            return snapshot.map(one -> RuntimeWords.severity(one.link())).orElse(Severity.UNKNOWN);
        }

        String state() {
            return snapshot.map(one -> RuntimeWords.words(one.link())).orElse("closed");
        }

        String why() {
            String reason = snapshot.map(one -> one.link().reason()).orElse("Press Enter to open it.");
            boolean asks = snapshot.filter(one -> Opening.asks(one.link())).isPresent();
            return asks ? reason + " Press Enter." : reason;
        }

        String servers() {
            return snapshot.filter(RuntimeSnapshot::known)
                    .map(one -> Integer.toString(one.servers().size()))
                    .orElse("–");
        }

        String roles() {
            return snapshot.flatMap(RuntimeSnapshot::caller)
                    .map(caller -> caller.name() + " (" + String.join(", ", caller.roles()) + ")")
                    .orElse(connection.account());
        }
    }

    private PageHeader header;
    private Grid<Row> grid;

    @Override
    protected void createContents(Composite page) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        header = new PageHeader(page, "Connections");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        header.primary(Icon.ADD, "New connection", "Connect to another runtime", this::connect);
        grid = new Grid<>(
                page,
                List.of(
                        Column.text("name", "Name", 140, row -> row.connection().name()),
                        Column.severity("state", "State", 270, Row::severity, Row::state),
                        Column.text("url", "Address", 190, row -> row.connection()
                                .url()
                                .toString()),
                        Column.text("account", "Signed in as", 160, Row::roles),
                        Column.text("servers", "Servers", 64, Row::servers),
                        Column.text("why", "Why", 360, Row::why)));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
        grid.whenEmpty(EmptyState.of(
                        "No connections yet",
                        "A connection leads to the control API of a runtime, on this machine or another.")
                .with(Icon.CONNECT)
                .linked("Connect to a runtime", this::connect));
        grid.onOpen(this::openOrEdit);
        GridHabits.give(grid, "connections", console().settings(), menu());
        refresh();
    }

    private void refresh() {
        if (grid.isDisposed()) {
            return;
        }
        List<Row> rows = console().connections().saved().stream()
                .map(connection -> new Row(
                        connection,
                        console()
                                .connections()
                                .runtimes()
                                .find(connection.name())
                                .map(LiveRuntime::snapshot)))
                .toList();
        long live = rows.stream().filter(row -> row.severity() == Severity.OK).count();
        header.subtitle(rows.isEmpty() ? "" : live + " of " + rows.size() + " live");
        grid.setRows(Rows.flat(rows, row -> row.connection().name()));
        grid.getDisplay().timerExec(LOOK_MILLIS, this::refresh);
    }

    private Menu menu() {
        Menu menu = new Menu(grid);
        item(menu, "Show its views", row -> console()
                .current()
                .choose(row.connection().name()));
        item(menu, "Connect or try again now", row -> open(row.connection()));
        item(menu, "Disconnect", row -> console()
                .connections()
                .disconnect(row.connection().name()));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Change…", row -> edit(row.connection()));
        item(menu, "Forget…", row -> forget(row.connection()));
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem fresh = new MenuItem(menu, SWT.PUSH);
        fresh.setText("New connection…");
        fresh.addListener(SWT.Selection, event -> connect());
        return menu;
    }

    private void item(Menu menu, String text, java.util.function.Consumer<Row> action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> grid.selection().forEach(action));
        menu.addListener(SWT.Show, event -> item.setEnabled(!grid.selection().isEmpty()));
    }

    private void connect() {
        new Commands(getSite().getWorkbenchWindow()).run(Commands.CONNECT);
    }

    /** What Enter means: a connection that is closed, or waits for somebody, is opened; one that goes is changed. */
    private void openOrEdit(Row row) {
        if (row.snapshot().isEmpty()
                || row.snapshot().filter(one -> Opening.asks(one.link())).isPresent()) {
            open(row.connection());
        } else {
            edit(row.connection());
        }
    }

    private void open(SavedConnection connection) {
        new Opening(getSite().getShell(), console()).open(connection);
    }

    private void edit(SavedConnection connection) {
        new ConnectDialog(getSite().getShell(), console(), Optional.of(connection)).open();
    }

    private void forget(SavedConnection connection) {
        String text = "The address, the approved certificate and a kept password of '" + connection.name()
                + "' are removed from this computer. Nothing changes on the runtime.";
        if (Question.ask(getSite().getShell(), "Forget a connection", text, "Forget")) {
            console().connections().forget(connection.name());
        }
    }

    @Override
    protected void focusContents() {
        grid.setFocus();
    }
}

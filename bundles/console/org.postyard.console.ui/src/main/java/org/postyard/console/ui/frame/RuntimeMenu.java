package org.postyard.console.ui.frame;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.postyard.console.model.connection.SavedConnection;
import org.postyard.console.model.live.LiveRuntime;
import org.postyard.console.model.snapshot.LinkState;
import org.postyard.console.ui.connection.Opening;
import org.postyard.console.ui.link.RuntimeWords;
import org.postyard.console.ui.navigation.Commands;
import org.postyard.console.ui.part.Console;

/** The menu under the name of the runtime: all connections with their states, and the way to new ones. */
final class RuntimeMenu {

    private final Control owner;
    private final Console console;
    private final Commands commands;

    RuntimeMenu(Control owner, Console console, Commands commands) {
        this.owner = owner;
        this.console = console;
        this.commands = commands;
    }

    void open(Point place) {
        Menu menu = new Menu(owner);
        Optional<String> shown = console.current().runtime().map(LiveRuntime::name);
        for (SavedConnection connection : console.connections().saved()) {
            MenuItem item = new MenuItem(menu, SWT.RADIO);
            item.setText(connection.name() + "  –  " + state(connection.name()));
            item.setSelection(shown.filter(connection.name()::equals).isPresent());
            item.addListener(SWT.Selection, event -> show(connection));
        }
        if (!console.connections().saved().isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        command(menu, "New connection…", Commands.CONNECT);
        command(menu, "All connections", Commands.CONNECTIONS);
        menu.addListener(SWT.Hide, event -> owner.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(place);
        menu.setVisible(true);
    }

    /** Shows a runtime; one whose connection is closed, or waits for somebody, is opened. */
    private void show(SavedConnection connection) {
        console.current().choose(connection.name());
        Optional<LinkState> link = console.connections().link(connection.name());
        if (link.isEmpty() || Opening.asks(link.get())) {
            new Opening(owner.getShell(), console).open(connection);
        }
    }

    private String state(String name) {
        return console.connections()
                .runtimes()
                .find(name)
                .map(runtime -> RuntimeWords.words(runtime.snapshot().link()))
                .orElse("closed");
    }

    private void command(Menu menu, String text, String id) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> commands.run(id));
    }
}

package org.postyard.console.ui.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.postyard.console.model.admin.AccountCalls;
import org.postyard.console.model.call.KeyCalls;
import org.postyard.console.ui.administration.AdminView;
import org.postyard.console.ui.dialog.Question;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.ui.table.GridHabits;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.page.Notice;
import org.postyard.console.widgets.page.PageHeader;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.EmptyState;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.protocol.AccountChange;
import org.postyard.protocol.AccountRequest;
import org.postyard.protocol.AccountView;
import org.postyard.protocol.KeyView;

/** Accounts of people above, API keys of programs below. */
public final class UsersView extends AdminView {

    private static final String MANAGE = "MANAGE_ACCESS";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private Grid<AccountView> accounts;
    private Grid<KeyView> keys;
    private ActionButton create;
    private ActionButton createKey;
    private ActionButton change;
    private ActionButton remove;

    @Override
    protected void fill(PageHeader top, Composite body) {
        change = top.action(Icon.EDIT, "Change…", "Roles and password of the selected account", this::change);
        remove = top.action(Icon.DELETE, "Remove…", "Remove the selected account or key", this::remove);
        createKey = top.action(Icon.LOCK, "New key…", "Make an API key for a program", this::createKey);
        create = top.primary(Icon.ADD, "New account…", "Make an account for a person", this::create);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        inNextTurn(() -> createAccounts(body));
        inNextTurn(() -> createKeys(body));
    }

    private void createAccounts(Composite body) {
        section(body, "Accounts");
        accounts = new Grid<>(
                body,
                List.of(
                        Column.text("name", "Account", 180, AccountView::name),
                        Column.text("roles", "Roles", 320, (AccountView account) -> String.join(", ", account.roles())),
                        Column.text("shell", "Shell", 90, (AccountView account) -> account.shell() ? "yes" : "no")));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(accounts);
        accounts.whenEmpty(EmptyState.of("No accounts to show", "Only somebody with the role admin sees them.")
                .with(Icon.USER));
        accounts.onSelect(rows -> selected(!rows.isEmpty(), true));
        GridHabits.give(accounts, "account", console().settings(), new Menu(accounts));
        accounts.onOpen(account -> change());
    }

    private void createKeys(Composite body) {
        section(body, "API keys");
        keys = new Grid<>(
                body,
                List.of(
                        Column.text("name", "Key", 180, KeyView::name),
                        Column.text("role", "Role", 100, KeyView::role),
                        Column.text("created", "Made", 160, (KeyView key) -> TIME.format(key.created())),
                        Column.text("author", "By", 110, KeyView::author),
                        Column.severity("expires", "Ends", 190, UsersView::severity, UsersView::end),
                        Column.text("id", "Id", 200, KeyView::id).hidden()));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(keys);
        keys.whenEmpty(EmptyState.of("No API keys", "A key lets a program use the control API without a password.")
                .with(Icon.LOCK));
        GridHabits.give(keys, "key", console().settings(), new Menu(keys));
        keys.onSelect(rows -> selected(!rows.isEmpty(), false));
    }

    private static void section(Composite body, String text) {
        GridDataFactory.fillDefaults()
                .indent(12, 10)
                .hint(SWT.DEFAULT, 26)
                .applyTo(Controls.label(body, text, TextStyle.STRONG, false));
    }

    private static Severity severity(KeyView key) {
        if (key.expires().isEmpty()) {
            return Severity.OK;
        }
        Instant end = key.expires().get();
        if (end.isBefore(Instant.now())) {
            return Severity.CRITICAL;
        }
        return end.isBefore(Instant.now().plus(Duration.ofDays(7))) ? Severity.WARNING : Severity.OK;
    }

    private static String end(KeyView key) {
        return key.expires().map(TIME::format).orElse("never");
    }

    /** Only one of both tables has a selection, so that it is clear what is removed. */
    private void selected(boolean any, boolean inAccounts) {
        if (any && inAccounts) {
            keys.select(List.of());
        } else if (any) {
            accounts.select(List.of());
        }
        refreshActions();
    }

    @Override
    protected void reload() {
        if (refusal(MANAGE).isPresent()) {
            clear();
            return;
        }
        ask("Reading the accounts", client -> new AccountCalls(client).accounts(), (List<AccountView> found) -> {
            accounts.setRows(Rows.flat(found, AccountView::name));
            header().subtitle(found.size() + (found.size() == 1 ? " account" : " accounts"));
            refreshActions();
        });
        ask("Reading the keys", client -> new KeyCalls(client).keys(), (List<KeyView> found) -> {
            keys.setRows(Rows.flat(found, KeyView::id));
            refreshActions();
        });
    }

    @Override
    protected void clear() {
        accounts.setRows(Rows.none());
        keys.setRows(Rows.none());
        header().subtitle(refusal(MANAGE).orElse(""));
    }

    @Override
    protected void refreshActions() {
        Optional<String> refused = refusal(MANAGE);
        create.unless(refused);
        createKey.unless(refused);
        boolean account = !accounts.selection().isEmpty();
        boolean key = !keys.selection().isEmpty();
        change.unless(refused.or(() -> account ? Optional.empty() : Optional.of("Select an account first.")));
        remove.unless(
                refused.or(() -> account || key ? Optional.empty() : Optional.of("Select an account or a key first.")));
    }

    private void create() {
        AccountDialog dialog = new AccountDialog(getSite().getShell(), Optional.empty());
        if (dialog.open() == Window.OK) {
            AccountRequest request = new AccountRequest(
                    dialog.name(), dialog.password(), dialog.roles(), Optional.of(dialog.shellAllowed()));
            ask("Making the account", client -> new AccountCalls(client).create(request), made -> {
                tell(Notice.done("The account " + made.name() + " is there."));
                reload();
            });
        }
    }

    private void change() {
        accounts.selection().stream().findFirst().ifPresent(account -> {
            AccountDialog dialog = new AccountDialog(getSite().getShell(), Optional.of(account));
            if (dialog.open() == Window.OK) {
                AccountChange wanted = new AccountChange(
                        Optional.of(dialog.password()).filter(password -> !password.isEmpty()),
                        Optional.of(dialog.roles()),
                        Optional.of(dialog.shellAllowed()));
                ask("Changing the account", client -> new AccountCalls(client).change(account.name(), wanted), done -> {
                    tell(Notice.done("The account " + done.name() + " is changed."));
                    reload();
                });
            }
        });
    }

    private void remove() {
        accounts.selection().stream().findFirst().ifPresent(this::remove);
        keys.selection().stream().findFirst().ifPresent(this::remove);
    }

    private void remove(AccountView account) {
        String text = "'" + account.name() + "' cannot log in any more, at once. This cannot be undone.";
        if (Question.ask(getSite().getShell(), "Remove an account", text, "Remove")) {
            ask("Removing the account", client -> new AccountCalls(client).remove(account.name()), done -> {
                tell(Notice.done(done.text()));
                reload();
            });
        }
    }

    private void remove(KeyView key) {
        String text = "Programs that use the key '" + key.name() + "' are refused at once. This cannot be undone.";
        if (Question.ask(getSite().getShell(), "Remove an API key", text, "Remove")) {
            ask("Removing the key", client -> new KeyCalls(client).remove(key.id()), done -> {
                tell(Notice.done(done.text()));
                reload();
            });
        }
    }

    private void createKey() {
        KeyDialog dialog = new KeyDialog(getSite().getShell());
        if (dialog.open() == Window.OK && dialog.request().isPresent()) {
            ask(
                    "Making the key",
                    client -> new KeyCalls(client).create(dialog.request().get()),
                    created -> {
                        new TokenDialog(getSite().getShell(), created).open();
                        reload();
                    });
        }
    }

    @Override
    protected void focusContents() {
        accounts.setFocus();
    }
}

package org.postyard.console.ui.message;

import java.util.Arrays;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.ui.part.Controls;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The fields that say which messages are looked for; Enter in any of them begins the search. */
final class SearchBar extends Composite {

    private final Theme theme;
    private final Text address;
    private final Text campaign;
    private final Combo range;
    private final Consumer<MessageFinder.Wish> search;

    SearchBar(Composite parent, Consumer<MessageFinder.Wish> search) {
        super(parent, SWT.NONE);
        this.theme = Theme.of(this);
        this.search = search;
        GridLayoutFactory.fillDefaults()
                .numColumns(7)
                .margins(12, 4)
                .spacing(8, 0)
                .applyTo(this);
        address = field("Address or message id", "name@example.org, @example.org or 0akxmtky80000", 320);
        campaign = field("Campaign", "any", 140);
        label("Received");
        range = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
        range.setItems(Arrays.stream(MessageFinder.Range.values())
                .map(MessageFinder.Range::label)
                .toArray(String[]::new));
        range.select(MessageFinder.Range.DAY.ordinal());
        range.addListener(SWT.Selection, event -> begin());
        Controls.field(range, TextStyle.BODY);
        new ActionButton(this, ActionButton.Weight.PRIMARY)
                .icon(Icon.SEARCH)
                .text("Search")
                .onPress(this::begin);
        theme.follow(this, () -> setBackground(theme.color(theme.palette().background())));
    }

    private Text field(String name, String hint, int width) {
        label(name);
        Text text = new Text(this, SWT.BORDER | SWT.SINGLE);
        text.setMessage(hint);
        text.addListener(SWT.DefaultSelection, event -> begin());
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .hint(width, SWT.DEFAULT)
                .applyTo(text);
        theme.follow(text, () -> {
            theme.useFont(text, TextStyle.BODY);
            text.setBackground(theme.color(theme.palette().surface()));
            text.setForeground(theme.color(theme.palette().text()));
        });
        return text;
    }

    private void label(String name) {
        Label label = new Label(this, SWT.NONE);
        label.setText(name);
        theme.follow(label, () -> {
            theme.useFont(label, TextStyle.BODY);
            label.setForeground(theme.color(theme.palette().muted()));
            label.setBackground(theme.color(theme.palette().background()));
        });
    }

    /** Looks for the text as if somebody had typed it, in all times. */
    void search(String text) {
        address.setText(text);
        range.select(MessageFinder.Range.ALL.ordinal());
        begin();
    }

    void begin() {
        search.accept(new MessageFinder.Wish(
                address.getText().strip(),
                campaign.getText().strip(),
                MessageFinder.Range.values()[Math.max(0, range.getSelectionIndex())]));
    }

    @Override
    public boolean setFocus() {
        return address.setFocus();
    }
}

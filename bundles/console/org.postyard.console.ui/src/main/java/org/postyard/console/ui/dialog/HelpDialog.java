package org.postyard.console.ui.dialog;

import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.postyard.console.widgets.theme.TextStyle;

/** Help: what this is, and all keys. */
public final class HelpDialog extends ConsoleDialog {

    /** What keys do. */
    public record Keys(String keys, String meaning) {}

    private final List<Keys> keys;

    public HelpDialog(Shell parent, List<Keys> keys) {
        super(parent, "Postyard console", "");
        this.keys = List.copyOf(keys);
    }

    @Override
    protected void fill(Composite page) {
        String version = Platform.getProduct().getDefiningBundle().getVersion().toString();
        paragraph(
                page,
                "The operations desk of Postyard, a marshalling yard for mail. It works over the control API of any"
                        + " number of runtimes. Version " + version + ".",
                theme().palette().text());
        Label heading = caption(page, "Keys");
        heading.setFont(theme().font(TextStyle.SECTION));
        Composite table = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(24, 4).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        for (Keys one : keys) {
            Label name = new Label(table, SWT.NONE);
            name.setText(one.keys());
            name.setFont(theme().font(TextStyle.STRONG));
            Label meaning = new Label(table, SWT.NONE);
            meaning.setText(one.meaning());
            meaning.setFont(theme().font(TextStyle.BODY));
        }
    }
}

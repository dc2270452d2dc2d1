package org.postyard.console.ui.dialog;

import java.util.function.Function;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** A dialog in the look of the console: a title, fields under their names, and at most two buttons at the right. */
public abstract class ConsoleDialog extends Dialog {

    private static final int WIDTH = 520;

    private final String title;
    private final String acceptText;
    private int wide;

    /**
     * @param acceptText what the button that goes on says; empty for a dialog that is only closed
     */
    protected ConsoleDialog(Shell parent, String title, String acceptText) {
        super(parent);
        this.title = title;
        this.acceptText = acceptText;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.RESIZE | SWT.APPLICATION_MODAL);
    }

    /** Larger text needs more room, once all that is in the dialog has it. */
    private void look(Shell shell, Theme theme) {
        shell.setBackground(theme.color(theme.palette().background()));
        if (shell.isVisible() && shell.getFont() != theme.font(TextStyle.BODY)) {
            setFonts(shell);
            widen(shell, wide, width());
            wide = width();
            shell.getDisplay().asyncExec(() -> pack(shell));
        }
        theme.useFont(shell, TextStyle.BODY);
    }

    /** What is as wide as the dialog was is as wide as it is. */
    private static void widen(Composite within, int before, int now) {
        for (Control child : within.getChildren()) {
            if (child.getLayoutData() instanceof GridData data && data.widthHint == before) {
                data.widthHint = now;
            }
            if (child instanceof Composite inner) {
                widen(inner, before, now);
            }
        }
    }

    private static void pack(Shell shell) {
        if (!shell.isDisposed()) {
            shell.pack();
        }
    }

    /** Fills the dialog below its title; the parent has one column. */
    protected abstract void fill(Composite page);

    protected final Theme theme() {
        return Theme.of(getShell());
    }

    /** Larger text needs a wider dialog. */
    private int width() {
        return WIDTH * Math.max(theme().textPoints(), Theme.DEFAULT_TEXT_POINTS) / Theme.DEFAULT_TEXT_POINTS;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Postyard – " + title);
        shell.setBackgroundMode(SWT.INHERIT_DEFAULT);
        Theme theme = Theme.of(shell);
        theme.follow(shell, () -> look(shell, theme));
    }

    @Override
    protected final Control createDialogArea(Composite parent) {
        wide = width();
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(24, 16).spacing(0, 4).applyTo(page);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(width(), SWT.DEFAULT)
                .applyTo(page);
        Label heading = new Label(page, SWT.WRAP);
        heading.setText(title.replace("&", "&&"));
        Theme theme = theme();
        theme.follow(heading, () -> theme.useFont(heading, TextStyle.TITLE));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(width(), SWT.DEFAULT)
                .applyTo(heading);
        fill(page);
        setFonts(page);
        return page;
    }

    /** What GTK draws does not take the font of the console by itself. */
    private void setFonts(Composite within) {
        for (Control child : within.getChildren()) {
            if (child instanceof Button || child instanceof Combo || child instanceof Spinner) {
                theme().useFont(child, TextStyle.BODY);
            } else if (child instanceof Composite inner) {
                setFonts(inner);
            }
        }
    }

    @Override
    protected final void createButtonsForButtonBar(Composite parent) {
        if (acceptText.isEmpty()) {
            createButton(parent, IDialogConstants.OK_ID, "Close", true);
        } else {
            createButton(parent, IDialogConstants.CANCEL_ID, "Cancel", false);
            createButton(parent, IDialogConstants.OK_ID, acceptText, true);
        }
        GridLayout layout = (GridLayout) parent.getLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 16;
        setFonts(parent);
    }

    @Override
    protected void setButtonLayoutData(Button button) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = Math.max(96, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 16);
        button.setLayoutData(data);
    }

    /** A paragraph that wraps at the width of the dialog. */
    protected final Label paragraph(Composite page, String text, Function<Palette, RGB> colour) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        look(label, colour);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(width(), SWT.DEFAULT)
                .indent(0, 4)
                .applyTo(label);
        return label;
    }

    /** A place for what is said about how it goes, as wide as the dialog. */
    protected final Remark remark(Composite page) {
        return new Remark(page, width());
    }

    /** A name over what follows. */
    protected final Label caption(Composite page, String text) {
        Label label = new Label(page, SWT.NONE);
        label.setText(text);
        look(label, Palette::muted);
        GridDataFactory.fillDefaults().indent(0, 8).applyTo(label);
        return label;
    }

    private void look(Label label, Function<Palette, RGB> colour) {
        Theme theme = theme();
        theme.follow(label, () -> {
            theme.useFont(label, TextStyle.BODY);
            label.setForeground(theme.color(colour.apply(theme.palette())));
        });
    }

    /** A field under its name. */
    protected final Text field(Composite page, String name, String value, int style) {
        caption(page, name);
        Text text = new Text(page, SWT.BORDER | SWT.SINGLE | style);
        text.setText(value);
        text.setFont(theme().font(TextStyle.BODY));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }
}

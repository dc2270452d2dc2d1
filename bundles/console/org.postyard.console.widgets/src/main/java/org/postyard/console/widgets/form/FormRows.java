package org.postyard.console.widgets.form;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Rows of a form: a label at the left, its field at the right, and below the field a hint or what is wrong. */
public final class FormRows extends Composite {
    private static final int FIELD_WIDTH = 380;

    private final Theme theme;

    public FormRows(Composite parent) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 16;
        layout.verticalSpacing = 4;
        setLayout(layout);
        theme.follow(this, () -> setBackground(theme.color(theme.palette().surface())));
    }

    /** A heading over the rows that follow. */
    public void section(String title) {
        Label label = label(title, TextStyle.SECTION);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        data.verticalIndent = getChildren().length == 1 ? 0 : 12;
        label.setLayoutData(data);
    }

    /** A row with a field of any kind, made with this as its parent. */
    public <C extends Control> FormRow<C> row(String label, String hint, Function<Composite, C> maker) {
        label(label, TextStyle.BODY);
        C field = maker.apply(this);
        GridData place = new GridData(SWT.BEGINNING, SWT.CENTER, true, false);
        place.widthHint = FIELD_WIDTH;
        field.setLayoutData(place);
        theme.follow(field, () -> {
            field.setFont(theme.font(TextStyle.BODY));
            // A box that is given colours paints them over its mark, and then nobody can see whether it is checked.
            if (field instanceof Button) return;
            field.setBackground(theme.color(theme.palette().surface()));
            field.setForeground(theme.color(theme.palette().text()));
        });
        Label corner = label("", TextStyle.SMALL);
        corner.setLayoutData(new GridData());
        Label below = new Label(this, SWT.WRAP);
        GridData belowPlace = new GridData(SWT.FILL, SWT.TOP, true, false);
        belowPlace.widthHint = FIELD_WIDTH;
        below.setLayoutData(belowPlace);
        return new FormRow<>(theme, field, corner, below, hint);
    }

    /** A row with a line of text. */
    public FormRow<Text> text(String label, String hint, String value) {
        return row(label, hint, parent -> {
            Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
            text.setText(value);
            return text;
        });
    }

    /** A row with a line of text that nobody else may read. */
    public FormRow<Text> password(String label, String hint) {
        return row(label, hint, parent -> new Text(parent, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD));
    }

    private Label label(String text, TextStyle style) {
        Label label = new Label(this, SWT.NONE);
        label.setText(text);
        theme.follow(label, () -> {
            label.setFont(theme.font(style));
            label.setBackground(theme.color(theme.palette().surface()));
            label.setForeground(theme.color(theme.palette().text()));
        });
        return label;
    }

    /** The first of the problems that is there, for the button that takes the form. */
    @SafeVarargs
    public static Optional<String> firstProblem(Optional<String>... problems) {
        for (Optional<String> problem : problems) if (problem.isPresent()) return problem;
        return Optional.empty();
    }
}

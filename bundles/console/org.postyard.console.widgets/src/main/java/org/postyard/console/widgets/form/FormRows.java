package org.postyard.console.widgets.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * Rows of a form: a label at the left, its field at the right, and below the field a hint or what is wrong. Only the fields are widgets, and
 * have the look of those; the words are painted, because a native label takes longer to measure than a whole form takes to paint.
 */
public final class FormRows extends Composite {
    private static final int MARGIN_WIDTH = 16;
    private static final int MARGIN_HEIGHT = 12;
    private static final int GAP = 16;
    /** Of a field with several lines, in points. */
    private static final int LINES_HEIGHT = 64;

    private final Theme theme;
    private final List<FormRow<?>> rows = new ArrayList<>();
    private final Runnable arranged;
    private Font font;

    public FormRows(Composite parent) {
        this(parent, () -> {});
    }

    /** @param arranged told when the form wants another height, because there is more or less to be said, or in another font */
    public FormRows(Composite parent, Runnable arranged) {
        super(parent, SWT.DOUBLE_BUFFERED);
        theme = Theme.of(this);
        this.arranged = arranged;
        font = theme.font(TextStyle.BODY);
        setLayout(new RowsLayout());
        addListener(SWT.Paint, event -> paint(event.gc));
        theme.follow(this, this::restyle);
    }

    private void restyle() {
        setBackground(theme.color(theme.palette().surface()));
        redraw();
        if (font == theme.font(TextStyle.BODY)) return;
        font = theme.font(TextStyle.BODY);
        rows.forEach(FormRow::useFont);
        arrange();
    }

    /** Puts the rows anew, because there is more or less to be said. */
    void arrange() {
        requestLayout();
        redraw();
        arranged.run();
    }

    /** The rows from top to bottom. */
    public List<FormRow<?>> rows() {
        return List.copyOf(rows);
    }

    /** A row with a field of any kind, made with this as its parent. */
    public <C extends Control> FormRow<C> row(String label, String hint, Function<Composite, C> maker) {
        return added(new FormRow<>(this, label, hint, maker.apply(this), SWT.DEFAULT));
    }

    /** A row with a line of text. */
    public FormRow<Text> text(String label, String hint, String value) {
        FormRow<Text> row = row(label, hint, parent -> new Text(parent, SWT.BORDER | SWT.SINGLE));
        row.field().setText(value);
        return row;
    }

    /** A row with several lines of text. */
    public FormRow<Text> lines(String label, String hint, List<String> values) {
        Text text = new Text(this, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        text.setText(String.join("\n", values));
        return added(new FormRow<>(this, label, hint, text, LINES_HEIGHT));
    }

    /** A row with a line of text that nobody else may read. */
    public FormRow<Text> password(String label, String hint) {
        return row(label, hint, parent -> new Text(parent, SWT.BORDER | SWT.SINGLE | SWT.PASSWORD));
    }

    private <C extends Control> FormRow<C> added(FormRow<C> row) {
        rows.add(row);
        return row;
    }

    private void paint(GC gc) {
        rows.forEach(row -> row.paint(gc, MARGIN_WIDTH));
    }

    /** Labels in one column, fields in the next. */
    private final class RowsLayout extends Layout {
        @Override
        protected Point computeSize(Composite form, int wantedWidth, int wantedHeight, boolean flush) {
            int width = wantedWidth == SWT.DEFAULT ? fieldsAt() + FormRow.FIELD_WIDTH + MARGIN_WIDTH : wantedWidth;
            int room = width - fieldsAt() - MARGIN_WIDTH;
            int height = 2 * MARGIN_HEIGHT
                    + rows.stream().mapToInt(row -> row.height(room)).sum();
            return new Point(width, wantedHeight == SWT.DEFAULT ? height : wantedHeight);
        }

        @Override
        protected void layout(Composite form, boolean flush) {
            int x = fieldsAt();
            int y = MARGIN_HEIGHT;
            int room = form.getClientArea().width - x - MARGIN_WIDTH;
            for (FormRow<?> row : rows) y += row.place(x, y, room);
            redraw();
        }

        private int fieldsAt() {
            return MARGIN_WIDTH
                    + GAP
                    + rows.stream().mapToInt(FormRow::labelWidth).max().orElse(0);
        }
    }
}

package org.postyard.console.widgets.form;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextMeasure;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** One row of a form, to be told what is wrong with its field. Paints what stands beside and below the field. Belongs to the display's thread. */
public final class FormRow<C extends Control> {
    static final int FIELD_WIDTH = 380;
    private static final int GAP = 4;

    private final Theme theme;
    private final FormRows form;
    private final String label;
    private final String hint;
    private final C field;
    private final int fieldHeight;
    private Optional<String> problem = Optional.empty();
    private Point fieldSize = new Point(0, 0);
    private Words words = new Words("", FIELD_WIDTH, 0);
    private Point wordsAt = new Point(0, 0);

    /** What is said below the field, broken at a width. */
    private record Words(String text, int width, int height) {}

    /** @param fieldHeight in points, or {@link SWT#DEFAULT} */
    FormRow(FormRows form, String label, String hint, C field, int fieldHeight) {
        this.theme = Theme.of(form);
        this.form = form;
        this.label = label;
        this.hint = hint;
        this.field = field;
        this.fieldHeight = fieldHeight;
        field.getAccessible().addAccessibleListener(new Spoken());
        useFont();
    }

    /** Takes the font that the theme has now, and its sizes. */
    void useFont() {
        theme.useFont(field, TextStyle.BODY);
        fieldSize = field.computeSize(FIELD_WIDTH, fieldHeight);
        words = broken(words.width());
    }

    public C field() {
        return field;
    }

    /** What stands beside the field. */
    public String label() {
        return label;
    }

    public Optional<String> problem() {
        return problem;
    }

    /** Says what is wrong under the field, instead of the hint; absent when all is well. */
    public void problem(Optional<String> next) {
        if (next.equals(problem)) return;
        problem = next;
        words = broken(words.width());
        form.arrange();
    }

    /** Width that the label takes, in points. */
    int labelWidth() {
        return theme.measure(TextStyle.BODY).width(label);
    }

    /** Height of the row with that much room right of the label. */
    int height(int room) {
        int width = Math.max(FIELD_WIDTH, room);
        if (width != words.width()) words = broken(width);
        return fieldSize.y + GAP + words.height();
    }

    /** Puts the field there and returns the height of the row. */
    int place(int x, int y, int room) {
        field.setBounds(x, y, fieldSize.x, fieldSize.y);
        wordsAt = new Point(x, y + fieldSize.y + GAP);
        return height(room);
    }

    private Words broken(int width) {
        String text = problem.map(reason -> "◆ " + reason).orElse(hint);
        if (text.isEmpty()) return new Words(text, width, 0);
        TextLayout lines = lines(text, width);
        try {
            return new Words(text, width, lines.getBounds().height + GAP);
        } finally {
            lines.dispose();
        }
    }

    private TextLayout lines(String text, int width) {
        TextLayout lines = new TextLayout(form.getDisplay());
        lines.setFont(theme.font(TextStyle.SMALL));
        lines.setWidth(width);
        lines.setText(text);
        return lines;
    }

    void paint(GC gc, int x) {
        Palette palette = theme.palette();
        TextMeasure measure = theme.measure(TextStyle.BODY);
        gc.setFont(theme.font(TextStyle.BODY));
        gc.setForeground(theme.color(palette.text()));
        int middle = field.getLocation().y + field.getSize().y / 2;
        gc.drawString(label, x, middle - measure.height() / 2, true);
        if (words.text().isEmpty()) return;
        gc.setForeground(theme.color(problem.isPresent() ? palette.critical() : palette.muted()));
        TextLayout lines = lines(words.text(), words.width());
        lines.draw(gc, wordsAt.x, wordsAt.y);
        lines.dispose();
    }

    /** What is painted around the field, for those who have it read to them. */
    private final class Spoken extends AccessibleAdapter {
        @Override
        public void getName(AccessibleEvent event) {
            event.result = label;
        }

        @Override
        public void getDescription(AccessibleEvent event) {
            event.result = words.text();
        }
    }
}

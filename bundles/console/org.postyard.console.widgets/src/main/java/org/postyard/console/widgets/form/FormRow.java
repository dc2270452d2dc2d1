package org.postyard.console.widgets.form;

import java.util.Optional;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** One row of a form, to be told what is wrong with its field. Belongs to the display's thread. */
public final class FormRow<C extends Control> {
    private final Theme theme;
    private final C field;
    private final Label corner;
    private final Label below;
    private final String hint;
    private Optional<String> problem = Optional.empty();

    FormRow(Theme theme, C field, Label corner, Label below, String hint) {
        this.theme = theme;
        this.field = field;
        this.corner = corner;
        this.below = below;
        this.hint = hint;
        theme.follow(below, this::show);
    }

    public C field() {
        return field;
    }

    public Optional<String> problem() {
        return problem;
    }

    /** Says what is wrong under the field, instead of the hint; absent when all is well. */
    public void problem(Optional<String> next) {
        if (next.equals(problem)) return;
        problem = next;
        show();
    }

    private void show() {
        Palette palette = theme.palette();
        String text = problem.orElse(hint);
        below.setFont(theme.font(TextStyle.SMALL));
        below.setBackground(theme.color(palette.surface()));
        below.setForeground(theme.color(problem.isPresent() ? palette.critical() : palette.muted()));
        below.setText(problem.isPresent() ? "◆ " + text : text);
        showIf(!text.isEmpty(), corner);
        showIf(!text.isEmpty(), below);
        below.requestLayout();
    }

    private static void showIf(boolean there, Label part) {
        if (part.getLayoutData() instanceof GridData place) place.exclude = !there;
        part.setVisible(there);
    }
}

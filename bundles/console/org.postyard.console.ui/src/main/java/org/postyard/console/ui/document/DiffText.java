package org.postyard.console.ui.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.model.admin.LineDiff;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Shows how two documents differ: removed and added lines with their numbers, and a few common ones around them. */
final class DiffText {

    private static final int AROUND = 3;

    private final StyledText text;
    private final Theme theme;
    private List<LineDiff.Line> lines = List.of();

    DiffText(Composite parent) {
        theme = Theme.of(parent);
        text = new StyledText(parent, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.READ_ONLY);
        text.setMargins(8, 6, 8, 6);
        theme.follow(text, this::fill);
    }

    StyledText control() {
        return text;
    }

    /** Number of lines that are not the same. */
    int show(String before, String after) {
        lines = LineDiff.of(before, after);
        fill();
        return (int)
                lines.stream().filter(line -> line.kind() != LineDiff.Kind.SAME).count();
    }

    private void fill() {
        Palette palette = theme.palette();
        theme.useFont(text, TextStyle.MONOSPACE);
        text.setBackground(theme.color(palette.surface()));
        text.setForeground(theme.color(palette.text()));
        StringBuilder words = new StringBuilder();
        List<LineDiff.Kind> kinds = new ArrayList<>();
        boolean gap = false;
        for (int index = 0; index < lines.size(); index++) {
            if (!near(index)) {
                gap = true;
                continue;
            }
            if (gap && !kinds.isEmpty()) {
                words.append("             ⋯\n");
                kinds.add(LineDiff.Kind.SAME);
            }
            gap = false;
            LineDiff.Line line = lines.get(index);
            words.append(line(line)).append('\n');
            kinds.add(line.kind());
        }
        text.setText(kinds.isEmpty() ? "The documents are the same." : words.toString());
        for (int index = 0; index < kinds.size(); index++) {
            switch (kinds.get(index)) {
                case ADDED -> text.setLineBackground(index, 1, theme.color(palette.tint(palette.ok())));
                case REMOVED -> text.setLineBackground(index, 1, theme.color(palette.tint(palette.critical())));
                case SAME -> {}
            }
        }
    }

    private boolean near(int index) {
        int from = Math.max(0, index - AROUND);
        int to = Math.min(lines.size() - 1, index + AROUND);
        for (int other = from; other <= to; other++) {
            if (lines.get(other).kind() != LineDiff.Kind.SAME) {
                return true;
            }
        }
        return false;
    }

    private static String line(LineDiff.Line line) {
        String sign =
                switch (line.kind()) {
                    case SAME -> " ";
                    case REMOVED -> "−";
                    case ADDED -> "+";
                };
        return String.format(
                Locale.ROOT, "%5s %5s %s %s", number(line.before()), number(line.after()), sign, line.text());
    }

    private static String number(int number) {
        return number == 0 ? "" : Integer.toString(number);
    }
}

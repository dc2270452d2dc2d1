package org.postyard.console.ui.help;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** Shows a page of help as text that can be read, selected and copied, and whose links lead to other pages. */
final class PageViewer {

    private static final int MARGIN = 24;
    private static final int LINE_SPACING = 3;
    private static final int BULLET_INDENT = 16;

    private final Theme theme;
    private final StyledText text;
    private final Consumer<String> follow;
    private Manuscript shown = Manuscript.of("");

    /**
     * @param follow called with the name of the page that a link leads to
     */
    PageViewer(Composite parent, Consumer<String> follow) {
        this.follow = follow;
        theme = Theme.of(parent);
        text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(MARGIN, 16, MARGIN, 16);
        text.setLineSpacing(LINE_SPACING);
        text.setCaret(null);
        text.addListener(SWT.MouseUp, this::click);
        text.addListener(SWT.MouseMove, this::cursor);
        theme.follow(text, this::style);
    }

    StyledText control() {
        return text;
    }

    void show(Manuscript page) {
        shown = page;
        text.setText(page.text());
        style();
        indentBullets();
        text.setTopIndex(0);
    }

    private void style() {
        Palette palette = theme.palette();
        theme.useFont(text, TextStyle.BODY);
        text.setBackground(theme.color(palette.surface()));
        text.setForeground(theme.color(palette.text()));
        text.setSelectionBackground(theme.color(palette.selection()));
        text.setSelectionForeground(theme.color(palette.text()));
        text.setStyleRanges(shown.spans().stream().map(this::range).toArray(StyleRange[]::new));
    }

    /** Each of these calls measures the whole text anew, therefore only for lines that need it, and once for each page. */
    private void indentBullets() {
        for (int line = 0; line < text.getLineCount(); line++) {
            if (text.getLine(line).startsWith("•")) {
                text.setLineWrapIndent(line, 1, BULLET_INDENT);
            }
        }
    }

    private StyleRange range(Manuscript.Span span) {
        Palette palette = theme.palette();
        StyleRange range = new StyleRange();
        range.start = span.start();
        range.length = span.length();
        switch (span.look()) {
            case TITLE -> range.font = theme.font(TextStyle.TITLE);
            case HEADING -> range.font = theme.font(TextStyle.SECTION);
            case BOLD -> range.font = theme.font(TextStyle.STRONG);
            case CODE -> {
                range.font = theme.font(TextStyle.MONOSPACE);
                range.background = theme.color(palette.raised());
            }
            case LINK -> {
                range.foreground = theme.color(palette.accent());
                range.underline = true;
            }
            case BULLET -> range.foreground = theme.color(palette.accent());
        }
        return range;
    }

    private void click(Event event) {
        if (event.button == 1 && text.getSelectionCount() == 0) {
            target(event.x, event.y).ifPresent(follow);
        }
    }

    private void cursor(Event event) {
        boolean link = target(event.x, event.y).isPresent();
        text.setCursor(link ? text.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
    }

    private Optional<String> target(int x, int y) {
        int offset = text.getOffsetAtPoint(new Point(x, y));
        List<Manuscript.Span> spans = shown.spans();
        return spans.stream()
                .filter(span -> span.look() == Manuscript.Look.LINK)
                .filter(span -> offset >= span.start() && offset < span.start() + span.length())
                .map(Manuscript.Span::target)
                .findFirst();
    }
}

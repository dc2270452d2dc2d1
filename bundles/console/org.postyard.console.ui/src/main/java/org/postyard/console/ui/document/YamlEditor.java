package org.postyard.console.ui.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.postyard.console.widgets.mark.Severity;
import org.postyard.console.widgets.mark.SeverityMark;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;
import org.postyard.protocol.FieldProblem;

/** A text editor with line numbers, colours for YAML, and a mark at each line with a problem. Undo with Ctrl+Z. */
final class YamlEditor extends Composite {

    private static final int RULER = 60;
    private static final int MOST_UNDO = 200;

    private final Theme theme;
    private final StyledText text;
    private final Canvas ruler;
    private final Deque<String> undo = new ArrayDeque<>();
    private String before = "";
    private boolean undoing;
    private List<FieldProblem> problems = List.of();

    /** @param edited told at each change that somebody makes */
    YamlEditor(Composite parent, Runnable edited) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 0;
        setLayout(layout);
        ruler = new Canvas(this, SWT.DOUBLE_BUFFERED);
        GridData place = new GridData(SWT.FILL, SWT.FILL, false, true);
        place.widthHint = RULER;
        ruler.setLayoutData(place);
        ruler.addPaintListener(event -> paint(event.gc));
        text = new StyledText(this, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        text.setMargins(8, 6, 8, 6);
        text.setTabs(2);
        YamlColours colours = new YamlColours(theme);
        text.addLineStyleListener(event -> event.styles =
                colours.of(event.lineText, event.lineOffset).toArray(new org.eclipse.swt.custom.StyleRange[0]));
        text.addModifyListener(event -> {
            remember();
            ruler.redraw();
            edited.run();
        });
        text.addListener(SWT.Paint, event -> ruler.redraw());
        text.addCaretListener(event -> ruler.redraw());
        text.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == 'z' && (event.stateMask & SWT.MOD1) != 0) {
                undo();
            }
        });
        theme.follow(this, this::colour);
    }

    private void colour() {
        theme.useFont(text, TextStyle.MONOSPACE);
        text.setBackground(theme.color(theme.palette().surface()));
        text.setForeground(theme.color(theme.palette().text()));
        text.setSelectionBackground(theme.color(theme.palette().selection()));
        text.setSelectionForeground(theme.color(theme.palette().text()));
        ruler.setBackground(theme.color(theme.palette().background()));
        ruler.redraw();
    }

    private void remember() {
        if (!undoing) {
            undo.push(before);
            if (undo.size() > MOST_UNDO) {
                undo.removeLast();
            }
        }
        before = text.getText();
    }

    private void undo() {
        if (undo.isEmpty()) {
            return;
        }
        undoing = true;
        int caret = text.getCaretOffset();
        text.setText(undo.pop());
        text.setCaretOffset(Math.min(caret, text.getCharCount()));
        text.showSelection();
        undoing = false;
    }

    String document() {
        return text.getText();
    }

    /** Shows another document, which cannot be undone. */
    void document(String document) {
        int top = text.getTopIndex();
        undoing = true;
        text.setText(document);
        undoing = false;
        undo.clear();
        before = document;
        if (top > 0) {
            text.setTopIndex(Math.min(top, text.getLineCount() - 1));
        }
    }

    void editable(boolean allowed) {
        text.setEditable(allowed);
    }

    void problems(List<FieldProblem> next) {
        problems = List.copyOf(next);
        ruler.redraw();
    }

    /** Puts the caret into a line, 1 for the first. */
    void go(int line) {
        int index = Math.max(0, Math.min(line - 1, text.getLineCount() - 1));
        text.setSelection(text.getOffsetAtLine(index));
        text.setTopIndex(Math.max(0, index - 5));
        text.setFocus();
    }

    @Override
    public boolean setFocus() {
        return text.setFocus();
    }

    private void paint(GC gc) {
        Palette palette = theme.palette();
        int height = ruler.getClientArea().height;
        gc.setFont(theme.font(TextStyle.MONOSPACE));
        int current = text.getLineAtOffset(text.getCaretOffset());
        SeverityMark mark = new SeverityMark(theme);
        for (int line = Math.max(0, text.getTopIndex() - 1); line < text.getLineCount(); line++) {
            int y = text.getLinePixel(line);
            if (y > height) {
                break;
            }
            int number = line + 1;
            boolean wrong = problems.stream().anyMatch(problem -> problem.line() == number);
            String words = Integer.toString(number);
            gc.setForeground(
                    theme.color(wrong ? palette.critical() : line == current ? palette.text() : palette.muted()));
            gc.drawString(words, RULER - 10 - gc.stringExtent(words).x, y, true);
            if (wrong) {
                int side = SeverityMark.SIZE;
                mark.paint(gc, Severity.CRITICAL, 6, y + (text.getLineHeight() - side) / 2, side);
            }
        }
        gc.setForeground(theme.color(palette.hairline()));
        gc.drawLine(RULER - 1, 0, RULER - 1, height);
    }
}

package org.postyard.console.ui.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.RGB;
import org.postyard.console.widgets.theme.Palette;
import org.postyard.console.widgets.theme.Theme;

/** Colours one line of YAML: comments, keys, texts in quotes, numbers and words with a meaning. */
final class YamlColours {

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
    private static final Pattern KEY = Pattern.compile("(?:^|[\\s{,-])([A-Za-z_*'\"][\\w.*'\"/-]*)(?=\\s*:(?:\\s|$))");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"(?:\\\\.|[^\"])*\"");
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\s\\[{,])(?:\\d[\\w.]*|true|false|all)(?=\\s*(?:[,}\\]#]|$))");

    private final Theme theme;

    YamlColours(Theme theme) {
        this.theme = theme;
    }

    /**
     * Styles of a line.
     *
     * @param offset where it begins in the document
     */
    List<StyleRange> of(String line, int offset) {
        Palette palette = theme.palette();
        int end = line.length();
        List<StyleRange> styles = new ArrayList<>();
        Matcher comment = COMMENT.matcher(line);
        if (comment.find()) {
            end = comment.start();
            styles.add(range(offset + comment.start(), line.length() - comment.start(), palette.muted(), SWT.ITALIC));
        }
        boolean[] taken = new boolean[line.length()];
        mark(styles, taken, KEY.matcher(line), 1, end, offset, palette.accent());
        mark(styles, taken, QUOTED.matcher(line), 0, end, offset, palette.ok());
        mark(styles, taken, VALUE.matcher(line), 0, end, offset, palette.warning());
        styles.sort(Comparator.comparingInt(style -> style.start));
        return styles;
    }

    private void mark(
            List<StyleRange> styles, boolean[] taken, Matcher matcher, int group, int end, int offset, RGB colour) {
        while (matcher.find()) {
            int from = matcher.start(group);
            int to = matcher.end(group);
            if (to > end || taken[from]) {
                continue;
            }
            Arrays.fill(taken, from, to, true);
            styles.add(range(offset + from, to - from, colour, SWT.NORMAL));
        }
    }

    private StyleRange range(int start, int length, RGB colour, int style) {
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = length;
        range.foreground = theme.color(colour);
        range.fontStyle = style;
        return range;
    }
}

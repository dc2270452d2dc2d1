package org.postyard.console.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of help ready to be shown: plain text, and which parts of it look how. Reads the little of Markdown that the pages
 * use: headings, paragraphs, lists, bold, code, and links to other pages by their names.
 */
record Manuscript(String text, List<Span> spans) {

    /** How a part looks. */
    enum Look {
        TITLE,
        HEADING,
        BOLD,
        CODE,
        LINK,
        BULLET
    }

    /** A part of the text; the target is the name of a page for links, else empty. */
    record Span(int start, int length, Look look, String target) {}

    private static final Pattern INLINE = Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`|\\[(.+?)]\\((.+?)\\)");

    static Manuscript of(String markdown) {
        Writer writer = new Writer();
        for (String block : markdown.strip().split("\n\\s*\n", 0)) {
            writer.block(block);
        }
        return new Manuscript(writer.text.toString().stripTrailing(), List.copyOf(writer.spans));
    }

    private static final class Writer {

        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();

        void block(String block) {
            if (block.startsWith("# ")) {
                heading(block.substring(2), Look.TITLE);
            } else if (block.startsWith("## ")) {
                heading(block.substring(3), Look.HEADING);
            } else if (block.startsWith("- ")) {
                for (String item : block.substring(2).split("\n- ", 0)) {
                    bullet(joined(item));
                }
                text.append('\n');
            } else {
                inline(joined(block));
                text.append("\n\n");
            }
        }

        private static String joined(String lines) {
            return lines.strip().replaceAll("\\s*\n\\s*", " ");
        }

        private void heading(String words, Look look) {
            spans.add(new Span(text.length(), words.length(), look, ""));
            text.append(words).append(look == Look.TITLE ? "\n\n" : "\n");
        }

        private void bullet(String item) {
            spans.add(new Span(text.length(), 1, Look.BULLET, ""));
            text.append("•  ");
            inline(item);
            text.append('\n');
        }

        private void inline(String words) {
            Matcher matcher = INLINE.matcher(words);
            int done = 0;
            while (matcher.find()) {
                text.append(words, done, matcher.start());
                if (matcher.group(1) != null) {
                    span(matcher.group(1), Look.BOLD, "");
                } else if (matcher.group(2) != null) {
                    span(matcher.group(2), Look.CODE, "");
                } else {
                    span(matcher.group(3), Look.LINK, matcher.group(4));
                }
                done = matcher.end();
            }
            text.append(words, done, words.length());
        }

        private void span(String words, Look look, String target) {
            spans.add(new Span(text.length(), words.length(), look, target));
            text.append(words);
        }
    }
}

package org.postyard.console.model.admin;

import java.util.ArrayList;
import java.util.List;

/** How two documents differ, line by line: the longest common lines stay, the others are removed or added. */
public final class LineDiff {
    /** Beyond this product of lines the middle is shown as replaced as a whole. */
    private static final long MOST_CELLS = 9_000_000;

    private LineDiff() {}

    /** What became of a line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * One line of the comparison.
     *
     * @param before its number in the old document, 1 for the first; 0 if it is not there
     * @param after its number in the new document; 0 if it is not there
     */
    public record Line(Kind kind, int before, int after, String text) {}

    public static List<Line> of(String before, String after) {
        return new Comparison(lines(before), lines(after)).run();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    /** One comparison: what both begin and end with alike is left out of the table. */
    private static final class Comparison {
        private final List<String> before;
        private final List<String> after;
        private final List<Line> result = new ArrayList<>();

        Comparison(List<String> before, List<String> after) {
            this.before = before;
            this.after = after;
        }

        List<Line> run() {
            int start = 0;
            while (start < before.size()
                    && start < after.size()
                    && before.get(start).equals(after.get(start))) same(start, start++);
            int end = 0;
            while (before.size() - end > start
                    && after.size() - end > start
                    && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) end++;
            middle(start, before.size() - end, after.size() - end);
            for (int left = end; left > 0; left--) same(before.size() - left, after.size() - left);
            return List.copyOf(result);
        }

        private void middle(int start, int beforeEnd, int afterEnd) {
            int rows = beforeEnd - start;
            int columns = afterEnd - start;
            if ((long) rows * columns > MOST_CELLS) {
                for (int i = start; i < beforeEnd; i++) removed(i);
                for (int j = start; j < afterEnd; j++) added(j);
                return;
            }
            int[][] common = table(start, rows, columns);
            int i = 0;
            int j = 0;
            while (i < rows || j < columns) {
                boolean both = i < rows && j < columns;
                if (both && before.get(start + i).equals(after.get(start + j))) same(start + i++, start + j++);
                else if (j == columns || (both && common[i + 1][j] >= common[i][j + 1])) removed(start + i++);
                else added(start + j++);
            }
        }

        private int[][] table(int start, int rows, int columns) {
            int[][] common = new int[rows + 1][columns + 1];
            for (int i = rows - 1; i >= 0; i--)
                for (int j = columns - 1; j >= 0; j--)
                    common[i][j] = before.get(start + i).equals(after.get(start + j))
                            ? common[i + 1][j + 1] + 1
                            : Math.max(common[i + 1][j], common[i][j + 1]);
            return common;
        }

        private void same(int i, int j) {
            result.add(new Line(Kind.SAME, i + 1, j + 1, before.get(i)));
        }

        private void removed(int i) {
            result.add(new Line(Kind.REMOVED, i + 1, 0, before.get(i)));
        }

        private void added(int j) {
            result.add(new Line(Kind.ADDED, 0, j + 1, after.get(j)));
        }
    }
}

package org.postyard.console.model.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.postyard.console.model.admin.LineDiff.Line;

class LineDiffTest {
    @Test
    void equalDocumentsHaveOnlyCommonLines() {
        assertThat(texts("a\nb", "a\nb")).containsExactly("= a", "= b");
        assertThat(texts("", "")).isEmpty();
    }

    @Test
    void aChangedLineIsRemovedAndAddedInItsPlace() {
        assertThat(texts("a\nb\nc", "a\nx\nc")).containsExactly("= a", "- b", "+ x", "= c");
    }

    @Test
    void linesAtTheEndsAndInTheMiddleAreFound() {
        assertThat(texts("b\nc", "a\nb\nc\nd")).containsExactly("+ a", "= b", "= c", "+ d");
        assertThat(texts("a\nb\nc\nd", "b\nd")).containsExactly("- a", "= b", "- c", "= d");
        assertThat(texts("a", "")).containsExactly("- a");
    }

    @Test
    void eachLineKnowsItsNumbers() {
        List<Line> lines = LineDiff.of("a\nb\nc", "a\nc\nd");

        assertThat(lines.get(1)).isEqualTo(new Line(LineDiff.Kind.REMOVED, 2, 0, "b"));
        assertThat(lines.get(2)).isEqualTo(new Line(LineDiff.Kind.SAME, 3, 2, "c"));
        assertThat(lines.get(3)).isEqualTo(new Line(LineDiff.Kind.ADDED, 0, 3, "d"));
    }

    private static List<String> texts(String before, String after) {
        return LineDiff.of(before, after).stream()
                .map(line -> switch (line.kind()) {
                            case SAME -> "= ";
                            case REMOVED -> "- ";
                            case ADDED -> "+ ";
                        }
                        + line.text())
                .toList();
    }
}

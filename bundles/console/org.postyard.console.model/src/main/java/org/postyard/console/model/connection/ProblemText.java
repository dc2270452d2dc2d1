package org.postyard.console.model.connection;

import java.util.stream.Collectors;
import org.postyard.protocol.FieldProblem;
import org.postyard.protocol.Problem;

/** Puts a problem document into sentences for people. */
public final class ProblemText {
    private static final int MOST_PLACES = 5;

    private ProblemText() {}

    /** The detail, else the title, and what is wrong where if that says more. */
    public static String of(Problem problem) {
        String text = problem.detail().isBlank() ? problem.title() + "." : problem.detail();
        String places = problem.errors().stream()
                .filter(error -> !text.contains(error.reason()))
                .limit(MOST_PLACES)
                .map(ProblemText::of)
                .collect(Collectors.joining("\n"));
        return places.isEmpty() ? text : text + "\n" + places;
    }

    /** One thing that is wrong: line, place and reason. */
    public static String of(FieldProblem error) {
        String line = error.line() > 0 ? "line " + error.line() + ": " : "";
        String place = error.pointer().isEmpty() ? "" : error.pointer() + ": ";
        return line + place + error.reason();
    }
}

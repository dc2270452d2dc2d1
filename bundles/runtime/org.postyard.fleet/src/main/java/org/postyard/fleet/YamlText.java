package org.postyard.fleet;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Turns text into a tree of nodes with their lines, and refuses what a fleet document has no use for before any tree is
 * built: aliases (which can grow without bound), several documents, deep nesting and very long texts.
 */
final class YamlText {
    private static final int MOST_CHARACTERS = 4_000_000;
    private static final int DEEPEST = 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("fleet")
            .setCodePointLimit(MOST_CHARACTERS)
            .build();

    /** What decoding leaves in the place of octets that are no UTF-8. */
    private static final char UNDECODABLE = '\uFFFD';

    private final String text;
    private final Problems problems;

    private YamlText(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The root of the document; empty if there is none, which is then noted as a problem. */
    static Optional<Value> read(String text, Problems problems) {
        return new YamlText(text, problems).root();
    }

    private Optional<Value> root() {
        if (text.length() > MOST_CHARACTERS) return refused(0, "longer than " + MOST_CHARACTERS + " characters");
        int undecodable = text.indexOf(UNDECODABLE);
        if (undecodable >= 0)
            return refused(
                    lineAt(undecodable), "not UTF-8: the line has octets that are no characters; save it as UTF-8");
        try {
            if (!permitted()) return Optional.empty();
            return new Compose(SETTINGS)
                    .composeString(text)
                    .map(node -> Optional.of(new Value(node, "", problems)))
                    .orElseGet(() -> refused(1, "the document is empty; the least is 'version: 1' and one server"));
        } catch (MarkedYamlEngineException e) {
            return refused(lineOf(e.getProblemMark().or(e::getContextMark)), "not YAML: " + readable(e));
        } catch (ReaderException e) {
            String character = String.format("U+%04X", e.getCodePoint());
            return refused(lineAt(e.getPosition()), "not YAML: the character " + character + " is not allowed");
        } catch (YamlEngineException e) {
            return refused(0, "not YAML: " + e.getMessage());
        }
    }

    private boolean permitted() {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            int line = lineOf(event.getStartMark());
            switch (event.getEventId()) {
                case Alias -> {
                    return refused(line, "aliases (*name) are not used in a fleet document; write the part out")
                            .isPresent();
                }
                case DocumentStart -> {
                    if (++documents > 1)
                        return refused(line, "a second document; there can be one")
                                .isPresent();
                }
                case MappingStart, SequenceStart -> {
                    if (++depth > DEEPEST)
                        return refused(line, "nested more than " + DEEPEST + " levels deep")
                                .isPresent();
                }
                case MappingEnd, SequenceEnd -> depth--;
                case Scalar, Comment, DocumentEnd, StreamStart, StreamEnd -> {}
            }
        }
        return true;
    }

    private Optional<Value> refused(int line, String reason) {
        problems.add(line, "", reason);
        return Optional.empty();
    }

    private static String readable(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("(TAB)")) return "a tab indents this line; YAML takes spaces only";
        String context = e.getContext();
        return context == null || context.isEmpty() ? problem : problem + " (" + context + ")";
    }

    private static int lineOf(Optional<Mark> mark) {
        return mark.map(place -> place.getLine() + 1).orElse(0);
    }

    private int lineAt(int position) {
        int end = Math.min(position, text.length());
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }
}

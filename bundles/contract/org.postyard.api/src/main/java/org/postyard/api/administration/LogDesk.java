package org.postyard.api.administration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Host service for the log of the node: its last lines, from memory, and the levels of its loggers. Thread-safe. */
public interface LogDesk {
    /** Lines that match, the oldest first: the newest ones if more match than are wanted, or the next ones after a sequence. */
    Page lines(Query query);

    /** Logger to level; {@code ROOT} is the level of all others. */
    Map<String, Level> levels();

    /** Sets a level; empty gives the logger that of its parent again. */
    void setLevel(String logger, Optional<Level> level, String author);

    /** How grave a line is, the gravest first. */
    enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /**
     * Which lines are wanted.
     *
     * @param after only lines with a higher sequence; empty for the newest ones
     * @param least nothing less grave
     * @param logger start of the logger's name; empty for all
     * @param text part of the message, in any case; empty for all
     * @param limit most lines
     */
    record Query(OptionalLong after, Level least, String logger, String text, int limit) {
        public Query {
            if (limit < 1) throw new IllegalArgumentException("limit " + limit);
        }
    }

    /**
     * @param lastSequence of the newest line that was looked at
     * @param missed whether lines after {@code after} were overwritten before
     */
    record Page(List<Line> lines, long lastSequence, boolean missed) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param sequence rises by one from line to line, of any level
     * @param trace stack trace; empty if there is none
     */
    record Line(
            long sequence,
            Instant time,
            Level level,
            String logger,
            String bundle,
            String thread,
            String message,
            String trace) {}
}

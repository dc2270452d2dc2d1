package org.postyard.control.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.postyard.api.administration.LogDesk.Level;
import org.postyard.api.administration.LogDesk.Line;
import org.postyard.api.administration.LogDesk.Page;
import org.postyard.api.administration.LogDesk.Query;

/** The last lines of a log, each with a sequence. Thread-safe by one lock. */
final class LogRing {
    private final int capacity;
    private final Deque<Line> lines = new ArrayDeque<>();
    private long sequence;

    LogRing(int capacity) {
        this.capacity = capacity;
    }

    /** Keeps a line under the next sequence. */
    synchronized void add(
            Instant time, Level level, String logger, String bundle, String thread, String message, String trace) {
        lines.addLast(new Line(++sequence, time, level, logger, bundle, thread, message, trace));
        if (lines.size() > capacity) lines.removeFirst();
    }

    synchronized Page find(Query query) {
        return query.after().isPresent() ? after(query.after().getAsLong(), query) : newest(query);
    }

    private Page newest(Query query) {
        Deque<Line> found = new ArrayDeque<>();
        var backwards = lines.descendingIterator();
        while (backwards.hasNext() && found.size() < query.limit()) {
            Line line = backwards.next();
            if (matches(line, query)) found.addFirst(line);
        }
        return new Page(List.copyOf(found), sequence, false);
    }

    private Page after(long after, Query query) {
        List<Line> found = new ArrayList<>();
        long oldest = lines.isEmpty() ? sequence + 1 : lines.getFirst().sequence();
        for (Line line : lines) {
            if (line.sequence() <= after || !matches(line, query)) continue;
            found.add(line);
            if (found.size() == query.limit()) return new Page(found, line.sequence(), after + 1 < oldest);
        }
        return new Page(found, sequence, after + 1 < oldest);
    }

    private static boolean matches(Line line, Query query) {
        return line.level().compareTo(query.least()) <= 0
                && line.logger().startsWith(query.logger())
                && (query.text().isEmpty()
                        || line.message()
                                .toLowerCase(Locale.ROOT)
                                .contains(query.text().toLowerCase(Locale.ROOT)));
    }
}

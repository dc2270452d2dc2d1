package org.postyard.control;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.postyard.api.administration.LogDesk;

/** Notes the last query and answers with one line. */
final class FakeLog implements LogDesk {
    private final Map<String, Level> levels = Collections.synchronizedMap(new TreeMap<>(Map.of("ROOT", Level.INFO)));
    volatile Query last = new Query(OptionalLong.empty(), Level.TRACE, "", "", 1);

    @Override
    public Page lines(Query query) {
        last = query;
        return new Page(
                List.of(new Line(
                        41, Instant.EPOCH, Level.WARN, "org.postyard.x", "org.postyard.x", "main", "careful", "")),
                42,
                false);
    }

    @Override
    public Map<String, Level> levels() {
        return Map.copyOf(levels);
    }

    @Override
    public void setLevel(String logger, Optional<Level> level, String author) {
        level.ifPresentOrElse(given -> levels.put(logger, given), () -> levels.remove(logger));
    }
}

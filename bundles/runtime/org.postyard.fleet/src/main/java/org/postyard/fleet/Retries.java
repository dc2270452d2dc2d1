package org.postyard.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postyard.api.fleet.RetryTimetable;

/** Reads the part {@code retry}: one timetable or a list of them; classes that none names have the default one. */
final class Retries {
    static final Set<String> RETRY_KEYS = Keys.of("class", "intervals", "jitter", "maxAge");

    private Retries() {}

    /** What a document without timetables has. */
    static List<RetryTimetable> byDefault() {
        return List.of(RetryTimetable.DEFAULT);
    }

    static List<RetryTimetable> read(Value retry) {
        List<RetryTimetable> read = new ArrayList<>();
        Map<Optional<String>, String> seen = new HashMap<>();
        for (Value item : retry.isSection() ? List.of(retry) : retry.items()) {
            timetable(item).ifPresent(timetable -> {
                String every = seen.get(Optional.<String>empty());
                if (every != null) item.problem("is never used, because " + every + " is for every class");
                String twin = seen.putIfAbsent(timetable.messageClass(), item.path());
                if (twin != null && every == null)
                    item.problem("is never used, because " + twin + " is for the same class");
                read.add(timetable);
            });
        }
        if (!seen.containsKey(Optional.<String>empty())) read.add(RetryTimetable.DEFAULT);
        return read;
    }

    private static Optional<RetryTimetable> timetable(Value value) {
        return value.section(RETRY_KEYS)
                .map(section -> new RetryTimetable(
                        section.find("class").flatMap(Names::messageClass),
                        section.find("intervals").map(Retries::intervals).orElse(RetryTimetable.DEFAULT.intervals()),
                        section.find("jitter").flatMap(Quantities::share).orElse(RetryTimetable.DEFAULT.jitter()),
                        section.find("maxAge").flatMap(Quantities::duration).orElse(RetryTimetable.DEFAULT.maxAge())));
    }

    private static List<Duration> intervals(Value value) {
        List<Duration> read = new ArrayList<>();
        for (Value item : value.isList() ? value.items() : List.of(value))
            Quantities.duration(item).ifPresent(read::add);
        return read.isEmpty() ? RetryTimetable.DEFAULT.intervals() : read;
    }
}

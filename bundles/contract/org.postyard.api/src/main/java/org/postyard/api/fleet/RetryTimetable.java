package org.postyard.api.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a deferred message is tried again and when it is given up (RFC 5321 §4.5.4.1).
 *
 * @param messageClass the class it is for; empty for every class
 * @param intervals waits after the first, second, ... failed attempt; the last one repeats
 * @param jitter share of the wait, 0 to 1, by which it is randomly lengthened or shortened
 * @param maxAge age at which a message expires
 */
public record RetryTimetable(Optional<String> messageClass, List<Duration> intervals, double jitter, Duration maxAge) {
    public static final RetryTimetable DEFAULT = new RetryTimetable(
            Optional.empty(),
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(4)),
            0.1,
            Duration.ofDays(5));

    public RetryTimetable {
        if (intervals.isEmpty()) throw new IllegalArgumentException("a timetable needs an interval");
        if (jitter < 0 || jitter > 1) throw new IllegalArgumentException("jitter " + jitter + " is not 0 to 1");
        intervals = List.copyOf(intervals);
    }

    /** The wait after so many failed attempts (1 or more), before jitter. */
    public Duration after(int failedAttempts) {
        return intervals.get(Math.min(failedAttempts, intervals.size()) - 1);
    }
}

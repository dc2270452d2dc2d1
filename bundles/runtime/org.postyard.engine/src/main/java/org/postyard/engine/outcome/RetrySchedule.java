package org.postyard.engine.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.postyard.api.fleet.RetryTimetable;
import org.postyard.api.message.Handling;

/** Says when a message is tried again and when it is given up, by the fleet's timetables. Immutable but for the random source, which one thread uses. */
public final class RetrySchedule {
    private final List<RetryTimetable> timetables;
    private final RandomGenerator random;

    public RetrySchedule(List<RetryTimetable> timetables, RandomGenerator random) {
        this.timetables = timetables;
        this.random = random;
    }

    /**
     * Time of the next attempt in milliseconds since the epoch.
     *
     * @param failedAttempts 1 or more
     * @param wish what the peer asked for; never shortens the timetable
     */
    public long nextAttempt(String messageClass, int failedAttempts, Optional<Duration> wish, long nowMillis) {
        RetryTimetable timetable = timetableOf(messageClass);
        double spread = 1 + timetable.jitter() * (2 * random.nextDouble() - 1);
        long wait = (long) (timetable.after(failedAttempts).toMillis() * spread);
        return nowMillis + Math.max(wait, wish.map(Duration::toMillis).orElse(0L));
    }

    /** When a message expires, in milliseconds since the epoch. */
    public long expiry(Handling handling, Instant receivedAt) {
        long byAge = receivedAt
                .plus(timetableOf(handling.messageClass().name()).maxAge())
                .toEpochMilli();
        return handling.deadline()
                .map(deadline -> Math.min(byAge, deadline.toEpochMilli()))
                .orElse(byAge);
    }

    private RetryTimetable timetableOf(String messageClass) {
        for (RetryTimetable timetable : timetables) {
            if (timetable.messageClass().isEmpty()
                    || timetable.messageClass().get().equals(messageClass)) return timetable;
        }
        return RetryTimetable.DEFAULT;
    }
}

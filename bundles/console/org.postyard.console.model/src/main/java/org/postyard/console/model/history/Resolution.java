package org.postyard.console.model.history;

import java.time.Duration;

/** How finely and how long numbers are kept: the near past in fine steps, the far past in coarse ones. */
public record Resolution(Duration fineStep, int finePoints, Duration coarseStep, int coarsePoints) {
    /** 15 minutes by the second and 24 hours by the minute: 9 kB for each number of a subject. */
    public static final Resolution FULL = new Resolution(Duration.ofSeconds(1), 900, Duration.ofMinutes(1), 1440);

    /** 15 minutes by ten seconds and 24 hours by five minutes: 1.5 kB for each number of a subject. */
    public static final Resolution SPARE = new Resolution(Duration.ofSeconds(10), 90, Duration.ofMinutes(5), 288);
}

package org.postyard.console.widgets.gallery;

import org.postyard.console.widgets.mark.Severity;

/** A made-up row with the kinds of values that the console shows. */
record SampleServer(
        String name,
        Severity severity,
        String reason,
        double perSecond,
        int inFlight,
        long queued,
        double deliveredShare,
        double deferredShare,
        double latencyMillis,
        double[] history) {}
